package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is killed with -9: the server, its watch, routers, and the making of a database. */
class ServerCrashTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @Test
  void startsAKilledServerAgainWhereItWasWhileItIsUsed() throws Exception {
    EmbeddedDatabase database = server.open();
    DatabaseAccess access = database.access();
    Sql.execute(access, "CREATE TABLE kept AS SELECT 42 AS answer");
    long killed = database.processId();

    ServerFixture.kill(killed);
    ServerFixture.eventually(() -> database.processId() != killed);

    assertThat(database.access()).isEqualTo(access);
    assertThat(Sql.query(access, "SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void startsOverWhatAKilledServerLeftBehind() throws Exception {
    EmbeddedDatabase database = server.open();
    Sql.execute(database.access(), "CREATE TABLE kept AS SELECT 42 AS answer");
    database.close();
    ServerFixture.kill(database.processId());
    assertThat(postmasterFile()).exists();

    assertThat(Sql.query(server.open().access(), "SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void isNotMisledWhenTheNumberOfAKilledServerIsAnotherProcess() throws Exception {
    EmbeddedDatabase database = server.open();
    database.close();
    ServerFixture.kill(database.processId());
    List<String> lines = Files.readAllLines(postmasterFile());
    long ours = ProcessHandle.current().pid();
    Files.write(
        postmasterFile(),
        Stream.concat(Stream.of(Long.toString(ours)), lines.stream().skip(1)).toList());

    EmbeddedDatabase again = server.open();

    assertThat(again.processId()).isNotEqualTo(ours);
    assertThat(Sql.query(again.access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void survivesTheDeathOfItsRouter() throws Exception {
    OtherRouter router = server.openElsewhere(LONG);
    long process = router.opened();

    router.kill();

    assertThat(server.open().processId()).isEqualTo(process);
  }

  @Test
  void startsOnceForRoutersThatComeAtTheSameTime() throws Exception {
    OtherRouter one = server.openElsewhere(LONG);
    OtherRouter other = server.openElsewhere(LONG);

    assertThat(one.opened()).isEqualTo(other.opened());
  }

  @Test
  void throwsAwayADatabaseThatWasNotMadeToItsEnd() throws Exception {
    server.open().stop(Shutdown.IMMEDIATE);
    Path half = Files.move(server.folder().database(), server.folder().fresh());
    Files.delete(half.resolve("global/pg_control"));

    assertThat(Sql.query(server.open().access(), "SELECT 1")).isEqualTo("1");
    assertThat(half).doesNotExist();
  }

  @Test
  void makesAWholeDatabaseAfterItsRouterWasKilledWhileMakingOne() throws Exception {
    OtherRouter router = server.openElsewhere(LONG);
    ServerFixture.eventually(() -> Files.exists(server.folder().root()));
    ServerFixture.eventually(() -> !server.folder().unfinished().isEmpty());

    router.kill();

    assertThat(Sql.query(server.open().access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void getsAnotherWatchWhenItsOwnIsKilled() throws Exception {
    EmbeddedDatabase database = server.open();
    ServerFixture.eventually(() -> IdleWatch.isOver(server.folder()));
    long watch = IdleWatch.signature(server.folder().watch()).orElseThrow();

    ServerFixture.kill(watch);

    ServerFixture.eventually(() -> IdleWatch.isOver(server.folder()));
    assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
  }

  private Path postmasterFile() {
    return server.folder().database().resolve("postmaster.pid");
  }
}
