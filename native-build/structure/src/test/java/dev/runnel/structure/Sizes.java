package dev.runnel.structure;

import static java.util.Comparator.comparingInt;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lengths of source files and of the methods in them. */
final class Sizes {

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 60;
  private static final int PARAMETERS = 5;
  private static final int SHOWN = 10;

  /** Something that has a size, and how a message calls it. */
  private record Sized(String name, int size) {}

  private final List<Sized> files;
  private final List<Sized> methods;
  private final List<Sized> wide;

  private Sizes(Repository repository, List<JavaFile> sources) {
    files =
        sources.stream()
            .map(file -> new Sized(repository.show(file.path()), file.lines()))
            .sorted(comparingInt(Sized::size).reversed())
            .toList();
    methods =
        sources.stream()
            .flatMap(file -> file.methods().stream().map(method -> sized(repository, file, method)))
            .sorted(comparingInt(Sized::size).reversed())
            .toList();
    wide =
        sources.stream()
            .flatMap(file -> file.methods().stream())
            .filter(method -> method.parameters() > PARAMETERS)
            .map(method -> new Sized(method.name(), method.parameters()))
            .toList();
  }

  static Sizes of(Repository repository, Stream<Path> sources) {
    return new Sizes(
        repository,
        JavaFiles.parse(sources.toList()).stream().filter(file -> !file.isPackageInfo()).toList());
  }

  List<String> tooLongFiles() {
    return tooLong(files, FILE_LINES, "move one of its concerns to a type of its own");
  }

  List<String> tooLongMethods() {
    return tooLong(methods, METHOD_LINES, "give its steps names of their own");
  }

  /** What is worth a look though it is allowed. */
  String table() {
    return """
        %d files: median %d lines, nine of ten at most %d
        longest files
        %s
        longest methods
        %s
        methods of more than %d parameters: %s\
        """
        .formatted(
            files.size(),
            percentile(50),
            percentile(90),
            rows(files),
            rows(methods),
            PARAMETERS,
            wide.isEmpty()
                ? "none"
                : wide.stream()
                    .map(method -> "%s (%d)".formatted(method.name(), method.size()))
                    .collect(Collectors.joining(", ")));
  }

  private static Sized sized(Repository repository, JavaFile file, JavaFile.Method method) {
    String place = repository.show(file.path()) + ":" + method.line();
    return new Sized(method.name() + " (" + place + ")", method.lines());
  }

  private static List<String> tooLong(List<Sized> all, int limit, String advice) {
    return all.stream()
        .filter(sized -> sized.size() > limit)
        .map(
            sized ->
                "%s has %d lines, at most %d are allowed; %s."
                    .formatted(sized.name(), sized.size(), limit, advice))
        .toList();
  }

  /** By nearest rank: the smallest length that this share of the files does not exceed. */
  private int percentile(int percent) {
    int rank = Math.ceilDiv(files.size() * percent, 100);
    return files.isEmpty() ? 0 : files.get(files.size() - rank).size();
  }

  private static String rows(List<Sized> sizes) {
    return sizes.stream()
        .limit(SHOWN)
        .map(sized -> "%5d  %s".formatted(sized.size(), sized.name()))
        .collect(Collectors.joining("\n"));
  }
}
