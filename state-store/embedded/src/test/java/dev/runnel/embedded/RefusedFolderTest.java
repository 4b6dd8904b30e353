package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Folders that cannot be used: one message each, with what to do. */
class RefusedFolderTest {

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @Test
  void anotherVersionsDatabaseIsNotTouched() throws Exception {
    server.open().stop(Shutdown.FAST);
    Path version = server.folder().database().resolve("PG_VERSION");
    Files.writeString(version, "14\n");

    assertThatThrownBy(server::open)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("was made by PostgreSQL 14, and this Runnel brings 18")
        .hasMessageContaining(server.folder().root().toString())
        .hasMessageContaining("pg_dump");
  }

  @Test
  void aDatabaseWithoutAVersionIsDamaged() throws Exception {
    server.open().stop(Shutdown.FAST);
    Files.delete(server.folder().database().resolve("PG_VERSION"));

    assertThatThrownBy(server::open)
        .hasMessageContaining("is damaged: it has no PG_VERSION")
        .hasMessageContaining("Restore the folder from a backup, or forget its data");
  }

  @Test
  void aServerThatDoesNotStartSaysWhy() throws Exception {
    server.open().stop(Shutdown.FAST);
    Path control = server.folder().database().resolve("global/pg_control");
    byte[] bytes = Files.readAllBytes(control);
    Arrays.fill(bytes, 20, 200, (byte) 7);
    Files.write(control, bytes);

    assertThatThrownBy(server::open)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining("FATAL:")
        .hasMessageContaining("server.log");
  }

  @Test
  void somebodyElsesFilesAreLeftAlone() throws Exception {
    Files.createDirectories(server.folder().root());
    Path thesis = Files.writeString(server.folder().root().resolve("thesis.tex"), "…");

    assertThatThrownBy(server::open)
        .hasMessageContaining("holds thesis.tex, which is no part of a database");
    assertThatThrownBy(() -> EmbeddedDatabase.forget(server.folder().root()))
        .hasMessageContaining("holds thesis.tex");
    assertThat(thesis).exists();
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Files.writeString(server.folder().root(), "");

    assertThatThrownBy(server::open).hasMessageContaining("is a file; name a folder");
  }

  @Test
  void anEndlessWatchIsRefused() {
    var settings = server.settings();

    assertThatThrownBy(() -> settings.endingAfter(Duration.ofMillis(10)))
        .hasMessageContaining("give at least a second");
  }
}
