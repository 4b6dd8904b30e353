package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
  void areUnpackedAgainWhereAFileIsMissing() throws Exception {
    Programs programs = Programs.unpacked(Bundle.here(), cache);
    Files.delete(programs.postgres());

    assertThat(Programs.unpacked(Bundle.here(), cache).version(OURSELVES)).isEqualTo("18");
  }
}
