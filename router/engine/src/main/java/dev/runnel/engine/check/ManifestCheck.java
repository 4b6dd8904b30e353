package dev.runnel.engine.check;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.advice.Warning;
import dev.runnel.engine.advice.Warning.Weight;
import dev.runnel.engine.advice.Warnings;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is found in manifests that are to be one set.
 *
 * @param files where they stand
 * @param manifests how many could be read
 * @param errors in the order of files and lines
 * @param warnings in the same order; none where there is an error
 */
record ManifestCheck(int files, int manifests, List<ManifestError> errors, List<Warning> warnings) {

  private static final int MOST_LISTED = 1_000;

  ManifestCheck {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** Reads and checks them. What is hardly meant is only seen in what is good together. */
  static ManifestCheck of(List<Path> files) {
    ManifestReading reading = ManifestFiles.in(files);
    List<ManifestError> errors =
        Stream.concat(reading.errors().stream(), errorsBetween(reading))
            .sorted(Comparator.comparing(ManifestError::location))
            .toList();
    List<Warning> warnings = errors.isEmpty() ? Warnings.about(reading.declared()) : List.of();
    return new ManifestCheck(files.size(), reading.declared().size(), errors, warnings);
  }

  private static Stream<ManifestError> errorsBetween(ManifestReading reading) {
    return switch (FunctionSet.of(reading.declared())) {
      case FunctionSetReading.Accepted _ -> Stream.of();
      case FunctionSetReading.Rejected(List<ManifestError> errors) -> errors.stream();
    };
  }

  /**
   * Whether nothing is wrong.
   *
   * @param strict whether a warning is
   */
  boolean isGood(boolean strict) {
    return errors.isEmpty() && !(strict && count(Weight.WARNING) > 0);
  }

  /** What is told of it, the sum in the last line. */
  List<String> lines() {
    List<String> all =
        Stream.concat(
                errors.stream().map(ManifestCheck::line),
                warnings.stream().map(ManifestCheck::line))
            .toList();
    Stream<String> more =
        all.size() > MOST_LISTED
            ? Stream.of("and %d more".formatted(all.size() - MOST_LISTED))
            : Stream.of();
    return Stream.of(all.stream().limit(MOST_LISTED), more, Stream.of(sum()))
        .flatMap(lines -> lines)
        .toList();
  }

  private static String line(ManifestError error) {
    return line("error", error.location(), error.path(), error.message(), error.expected());
  }

  private static String line(Warning warning) {
    String weight =
        switch (warning.weight()) {
          case WARNING -> "warning";
          case HINT -> "hint";
        };
    return line(weight, warning.location(), warning.path(), warning.message(), warning.expected());
  }

  private static String line(
      String kind, Object place, String path, String message, String expected) {
    String where = path.isEmpty() ? "" : path + ": ";
    return "%s: %s: %s%s; expected %s".formatted(place, kind, where, message, expected);
  }

  private String sum() {
    return "%s in %s: %s, %s, %s"
        .formatted(
            counted(manifests, "function or chain", "functions and chains"),
            counted(files, "file", "files"),
            counted(errors.size(), "error", "errors"),
            counted(count(Weight.WARNING), "warning", "warnings"),
            counted(count(Weight.HINT), "hint", "hints"));
  }

  private long count(Weight weight) {
    return warnings.stream().filter(warning -> warning.weight() == weight).count();
  }

  private static String counted(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  /**
   * Prints what it finds, and ends with 1 where something is wrong.
   *
   * @param arguments {@code [--strict]}, and files or folders
   */
  static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    boolean strict = words.contains("--strict");
    List<Path> paths =
        words.stream().filter(word -> !word.equals("--strict")).map(Path::of).toList();
    try {
      ManifestCheck check = of(ManifestPaths.in(paths));
      check.lines().forEach(IO::println);
      System.exit(check.isGood(strict) ? 0 : 1);
    } catch (NoManifests none) {
      IO.println("runnel: " + none.getMessage());
      System.exit(1);
    }
  }
}
