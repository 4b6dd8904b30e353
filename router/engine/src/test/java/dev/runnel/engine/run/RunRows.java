package dev.runnel.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One story of a file in {@code cases/runs}: a title, the plan, and row after row what happens and
 * what follows. {@code cases/runs/README.md} says how to read it.
 *
 * @param plan the lines before the first row
 * @param rows the lines with an arrow
 */
record RunRows(String file, String title, List<String> plan, List<Row> rows) {

  private static final List<String> FILES =
      List.of(
          "order",
          "retries",
          "effects",
          "fallbacks",
          "dependencies",
          "refusals",
          "deadline",
          "cancel",
          "saga",
          "chains",
          "aggregates",
          "redrive",
          "late",
          "recovery");

  /** One row: {@code [time] what happens => what follows | states}. */
  record Row(int line, String text, String left, String right, String states) {

    static Row of(int line, String text) {
      String[] sides = text.split("=>", 2);
      String[] right = sides[1].split("\\|", 2);
      return new Row(
          line,
          text,
          sides[0].strip(),
          right[0].strip().replaceAll(" +", " "),
          right.length > 1 ? right[1].strip() : "");
    }
  }

  static Stream<RunRows> all() {
    return FILES.stream().flatMap(file -> read(file).stream());
  }

  private static List<RunRows> read(String file) {
    var all = new ArrayList<RunRows>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("== ")) {
        all.add(new RunRows(file, line.substring(3), new ArrayList<>(), new ArrayList<>()));
      } else if (line.contains("=>")) {
        all.getLast().rows.add(Row.of(i + 1, line));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        all.getLast().plan.add(line);
      }
    }
    return all;
  }

  private static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(RunRows.class.getResourceAsStream("/cases/runs/" + file + ".txt"))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return file + ": " + title;
  }
}
