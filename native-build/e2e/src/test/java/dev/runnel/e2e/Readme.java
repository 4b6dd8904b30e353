package dev.runnel.e2e;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code blocks of a Markdown file, to be run as they stand. */
record Readme(String text) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** One fenced block: its language and its content. */
  record Block(String language, String content) {}

  List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map((MatchResult found) -> new Block(found.group(1), found.group(2)))
        .toList();
  }

  /** The first shell block that posts an event of this type. */
  String curl(String type) {
    return curlWith("ce-type: " + type);
  }

  /** The first shell block that sends something in which this stands. */
  String curlWith(String part) {
    return blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .map(Block::content)
        .filter(content -> content.contains("curl") && content.contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no curl has " + part));
  }

  /** The first JSON block after the shell block. */
  String answerTo(String shell) {
    return answerTo(shell, "json");
  }

  /** The first block of this language after the shell block. */
  String answerTo(String shell, String language) {
    List<Block> all = blocks();
    for (int i = all.indexOf(new Block("sh", shell)) + 1; i < all.size(); i++) {
      if (all.get(i).language().equals(language)) {
        return all.get(i).content();
      }
    }
    throw new AssertionError("no " + language + " block follows");
  }
}
