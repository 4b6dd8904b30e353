package dev.runnel.embedded;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs, unpacked into a cache. */
class ProgramsTest {

  private static final ServerUser OURSELVES = new ServerUser(List.of(), -1);

  @TempDir Path cache;

  @Test
  void areUnpackedOnceForAllWhoComeAtTheSameTime() throws Exception {
    Callable<Programs> unpacking = () -> Programs.unpacked(Bundle.here(), cache);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = threads.invokeAll(List.of(unpacking, unpacking));

      assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
    }
    try (var files = Files.list(cache)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(2)
          .allMatch(name -> name.matches("postgresql-[0-9a-f]{16}(\\.lock)?"));
    }
  }

  @Test
  void areTheSameWhoeverUnpacksThem() throws Exception {
    Path here = Files.createDirectories(cache.resolve("java"));
    Path there = Files.createDirectories(cache.resolve("tar"));
    Bundle.here().unpackInJava(here);
    try (InputStream archive = Bundle.class.getResourceAsStream(Bundle.here().resource())) {
      assertThat(SystemTar.unpack(archive, there)).isTrue();
    }

    assertThat(files(there)).isEqualTo(files(here)).isNotEmpty();
  }

  @Test
  void areNotTakenForUnpackedWhereTarCannotReadThem() throws Exception {
    assertThat(SystemTar.unpack(new ByteArrayInputStream(new byte[] {1, 2, 3}), cache)).isFalse();
  }

  /** Each with its modes and what is in it. */
  private static Map<String, String> files(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(file -> !file.equals(top))
          .collect(toMap(file -> top.relativize(file).toString(), ProgramsTest::content));
    }
  }

  private static String content(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        return "-> " + Files.readSymbolicLink(file);
      }
      String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      return Files.isDirectory(file)
          ? modes
          : modes + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areUnpackedAgainWhereAFileIsMissing() throws Exception {
    Programs programs = Programs.unpacked(Bundle.here(), cache);
    Files.delete(programs.postgres());

    assertThat(Programs.unpacked(Bundle.here(), cache).version(OURSELVES)).isEqualTo("18");
  }
}
