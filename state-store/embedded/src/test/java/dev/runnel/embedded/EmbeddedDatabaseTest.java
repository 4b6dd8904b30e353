package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server over a folder: started, adopted, restarted, and what it promises. */
class EmbeddedDatabaseTest {

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @Test
  void losesNothingThatWasCommittedWhenTheServerStopsAndStarts() {
    try (var database = server.open()) {
      Sql.execute(database.access(), "CREATE TABLE kept AS SELECT 42 AS answer");
      database.stop(Shutdown.FAST);
    }

    DatabaseAccess again = server.open().access();

    assertThat(Sql.query(again, "SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void adoptsTheServerThatRunsAlready() {
    EmbeddedDatabase first = server.open();
    long process = first.processId();
    first.close();

    EmbeddedDatabase second = server.open();
    EmbeddedDatabase third = server.open();

    assertThat(second.processId()).isEqualTo(process);
    assertThat(third.access()).isEqualTo(first.access());
  }

  @Test
  void comesBackAtTheSamePort() {
    EmbeddedDatabase database = server.open();
    DatabaseAccess before = database.access();
    long process = database.processId();

    database.restart(Shutdown.IMMEDIATE);

    assertThat(database.processId()).isNotEqualTo(process);
    assertThat(database.access()).isEqualTo(before);
    assertThat(Sql.query(before, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void tradesNoDurabilityForSpeed() {
    DatabaseAccess access = server.open().access();

    for (var setting :
        new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
      assertThat(Sql.query(access, "SHOW " + setting)).as(setting).isEqualTo("on");
    }
    assertThatThrownBy(() -> Sql.execute(access, "ALTER SYSTEM SET fsync = off"))
        .hasRootCauseMessage("ERROR: ALTER SYSTEM is not allowed in this environment");
  }

  @Test
  void isSetUpForASmallMachineThatKeepsToItself() {
    DatabaseAccess access = server.open().access();

    assertThat(
            Stream.of(
                "server_encoding",
                "listen_addresses",
                "unix_socket_directories",
                "max_connections",
                "jit",
                "password_encryption"))
        .extracting(setting -> Sql.query(access, "SHOW " + setting))
        .containsExactly("UTF8", "127.0.0.1", "", "100", "off", "scram-sha-256");
  }

  @Test
  void ordersByCodePointOnEveryMachine() {
    DatabaseAccess access = server.open().access();

    assertThat(
            Sql.query(
                access,
                "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(ARRAY['ä','b','Z','a']) AS w"))
        .isEqualTo("Z a b ä");
    assertThat(Sql.query(access, "SELECT lower('ÄÖ')")).isEqualTo("äö");
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    DatabaseAccess access = server.open().access();
    var wrong =
        new DatabaseAccess(access.host(), access.port(), access.database(), access.user(), "guess");
    var superuser =
        new DatabaseAccess(access.host(), access.port(), "postgres", "postgres", access.password());

    assertThatThrownBy(() -> Sql.query(wrong, "SELECT 1"))
        .rootCause()
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> Sql.query(superuser, "SELECT 1"))
        .rootCause()
        .hasMessageContaining("no pg_hba.conf entry");
    assertThat(Sql.query(access, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
        .isEqualTo("f");
  }

  @Test
  void keepsItsFilesToItself() throws Exception {
    EmbeddedDatabase database = server.open();

    assertThat(permissions(server.folder().root())).isEqualTo("rwx------");
    assertThat(permissions(server.folder().database())).isEqualTo("rwx------");
    assertThat(permissions(server.folder().password())).isEqualTo("rw-------");
    assertThat(database.access().toString()).doesNotContain(database.access().password());
  }

  @Test
  void writesNoDataOfCallersIntoItsLog() throws Exception {
    DatabaseAccess access = server.open().access();
    Sql.execute(access, "CREATE TABLE events (id text PRIMARY KEY)");
    Sql.execute(access, "INSERT INTO events VALUES ('canary')");

    assertThatThrownBy(() -> Sql.execute(access, "INSERT INTO events VALUES ('canary')"))
        .rootCause()
        .hasMessageContaining("duplicate key");

    assertThat(Files.readString(server.folder().log()))
        .contains("duplicate key")
        .doesNotContain("canary");
  }

  @Test
  void takesAFolderThatIsThereAndEmpty() throws Exception {
    Files.createDirectories(server.folder().root());

    assertThat(Sql.query(server.open().access(), "SELECT 1")).isEqualTo("1");
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
