package dev.runnel.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that no line of certain files may hold.
 *
 * @param files which files: a pattern for a path from the root
 * @param forbidden what no line may hold
 * @param advice why not, or what to write instead
 */
record TextRule(Pattern files, Pattern forbidden, String advice) {

  static TextRule of(String files, String forbidden, String advice) {
    return new TextRule(Pattern.compile(files), Pattern.compile(forbidden), advice);
  }

  List<String> violations(Repository repository) {
    var found = new ArrayList<String>();
    for (Path file : repository.files()) {
      String name = repository.show(file);
      if (files.matcher(name).matches()) {
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
          var match = forbidden.matcher(lines.get(i));
          if (match.find()) {
            found.add("%s:%d: found '%s'; %s.".formatted(name, i + 1, match.group(), advice));
          }
        }
      }
    }
    return found;
  }

  /** Nothing where the file is not text. */
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
