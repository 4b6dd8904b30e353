package dev.runnel.application;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged router works for a while, so that its JVM leaves beside it what it has loaded and
 * learned (JEP 483, 514 and 515), and starts from that, where it fits.
 */
class TrainingIT {

  private static final Path APPLICATION = Path.of("target", "quarkus-app").toAbsolutePath();
  private static final String CACHE = "app.aot";
  private static final String OURS = " dev.runnel.server.flow.EventFlow source: ";
  private static final String CACHED = "shared objects file";

  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    Path cache = APPLICATION.resolve(CACHE);
    Files.deleteIfExists(cache);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:AOTCacheOutput=" + cache,
            "-jar",
            APPLICATION.resolve("quarkus-run.jar").toString());
    try (var router = new RouterProcess(Path.of("target", "training").toAbsolutePath(), command)) {
      Exercise.of(router);
      router.end();
    }
    assertThat(cache).isNotEmptyFile();
  }

  @Test
  void takesItsClassesFromWhatItHasLoadedBefore() throws Exception {
    assertThat(sourceOfOurs(APPLICATION)).contains(CACHED);
  }

  @Test
  void takesThemFromItElsewhereToo() throws Exception {
    assertThat(sourceOfOurs(copyOfApplication())).contains(CACHED);
  }

  @Test
  void startsWithACacheThatDoesNotFit() throws Exception {
    Path copy = copyOfApplication();
    Files.write(copy.resolve(CACHE), new byte[1_000]);

    assertThat(sourceOfOurs(copy)).isNotEmpty().doesNotContain(CACHED);
  }

  @Test
  void startsWithoutACache() throws Exception {
    Path copy = copyOfApplication();
    Files.delete(copy.resolve(CACHE));

    assertThat(sourceOfOurs(copy)).isNotEmpty().doesNotContain(CACHED);
  }

  /** Where a router that is started the usual way has one of its classes from. */
  private String sourceOfOurs(Path application) throws Exception {
    Path classes = folder.resolve("classes.log");
    List<String> command =
        List.of(
            "/bin/sh",
            application.resolve("run").toString(),
            "-Xmx256m",
            "-Xlog:class+load:file=" + classes + "::filecount=0");
    try (var router = new RouterProcess(folder.resolve("router"), command)) {
      router.end();
    }
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.filter(line -> line.contains(OURS)).findFirst().orElse("");
    }
  }

  /** Each file as old as it was: by that the cache knows them. */
  private Path copyOfApplication() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(APPLICATION)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(APPLICATION.relativize(file).toString()), COPY_ATTRIBUTES);
      }
    }
    return copy;
  }
}
