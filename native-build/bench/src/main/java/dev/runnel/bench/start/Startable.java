package dev.runnel.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A capability as it can be started, in one of its forms.
 *
 * @param form such as native
 * @param command what starts it at a place
 * @param files what has to be there for it: they are its size on disk
 * @param request what its first answer is an answer to
 */
record Startable(
    String capability,
    String form,
    Function<Place, List<String>> command,
    List<Path> files,
    Request request) {

  private static final String JAR = "quarkus-run.jar";
  private static final String CACHE = "app.aot";
  private static final double MEBIBYTE = 1 << 20;

  Startable {
    files = List.copyOf(files);
  }

  /** What {@code ./runnel native} has built. */
  static Startable executable(Path folder) {
    String capability = folder.getFileName().toString();
    List<String> command = List.of(folder.resolve("run").toString());
    return new Startable(
        capability, "native", _ -> command, List.of(folder), Request.of(capability));
  }

  /** The same from its jars, in the JVM that runs this. */
  static Startable jar(String capability, Path application) {
    return inJvm(capability, "JVM", application, List.of());
  }

  /** The same with what the JVM has loaded in an earlier run (JEP 483, 514 and 515). */
  static Startable trained(String capability, Path application) {
    return inJvm(
        capability,
        "JVM with its ahead-of-time cache",
        application,
        List.of("-XX:AOTCache=" + application.resolve(CACHE)));
  }

  /** The run that leaves the cache behind when it ends. */
  static Startable training(String capability, Path application) {
    return inJvm(
        capability,
        "JVM in training",
        application,
        List.of("-XX:AOTCacheOutput=" + application.resolve(CACHE)));
  }

  private static Startable inJvm(
      String capability, String form, Path application, List<String> options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.of(
                List.of(java.toString(), "--enable-native-access=ALL-UNNAMED"),
                options,
                List.of("-jar", application.resolve(JAR).toString()))
            .flatMap(List::stream)
            .toList();
    return new Startable(
        capability, form, _ -> command, List.of(application), Request.of(capability));
  }

  /** A worker in JavaScript that counts a text's words, with what runs it. */
  static Startable worker(Path workerd, Path worker) {
    Function<Place, List<String>> command =
        place ->
            List.of(
                workerd.toString(),
                "serve",
                worker.resolve("worker.capnp").toString(),
                "--socket-addr=http=" + place.text());
    return new Startable(
        "(words)",
        "JavaScript in workerd",
        command,
        List.of(workerd, worker),
        Request.of("tensor"));
  }

  /** The sum of its files, in MiB. */
  double onDisk() throws IOException {
    long bytes = 0;
    for (Path place : files) {
      try (Stream<Path> all = Files.walk(place)) {
        bytes +=
            all.filter(Files::isRegularFile)
                .filter(file -> isOfThisForm(file))
                .mapToLong(file -> file.toFile().length())
                .sum();
      }
    }
    return bytes / MEBIBYTE;
  }

  private boolean isOfThisForm(Path file) {
    return !file.endsWith(CACHE) || form.contains("cache");
  }
}
