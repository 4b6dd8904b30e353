package dev.runnel.fuzz;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells whoever waits for a long run how far one target has come, a line at a time. */
final class Progress {

  private static final Pattern INPUTS =
      Pattern.compile("^#(\\d+)\\s.* cov: (\\d+) .*exec/s: (\\d+)", Pattern.MULTILINE);

  private final String target;
  private final PrintStream out;

  Progress(String target, PrintStream out) {
    this.target = target;
    this.out = out;
  }

  /** All that Jazzer has said up to now. */
  void said(String output) {
    out.println(target + ": " + seen(output));
  }

  /** All that it said in a run that is over. */
  void ended(String output, boolean found) {
    out.println(target + ": " + seen(output) + (found ? ", AND A FINDING" : ", nothing was found"));
  }

  private static String seen(String output) {
    List<MatchResult> lines = INPUTS.matcher(output).results().toList();
    if (lines.isEmpty()) {
      return "starting";
    }
    MatchResult last = lines.getLast();
    return "%,d inputs, %,d a second, %,d branches"
        .formatted(
            Long.parseLong(last.group(1)),
            Long.parseLong(last.group(3)),
            Long.parseLong(last.group(2)));
  }
}
