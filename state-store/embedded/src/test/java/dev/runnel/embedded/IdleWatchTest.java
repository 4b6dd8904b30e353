package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a server ends by itself, and when it does not. */
class IdleWatchTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @Test
  void endsTheServerAndItselfWhenNobodyUsesItAnyMore() throws Exception {
    EmbeddedDatabase database = server.open(server.settings().endingAfter(SHORT));
    ServerFixture.eventually(() -> IdleWatch.isOver(server.folder()));
    long watch = IdleWatch.signature(server.folder().watch()).orElseThrow();

    database.close();

    ServerFixture.eventually(() -> Postmaster.over(server.folder()).isEmpty());
    ServerFixture.eventually(() -> RunningProcess.of(watch).isEmpty());
    assertThat(Files.readString(server.folder().log())).contains("fast shutdown");
    assertThat(server.folder().ending()).doesNotExist();
  }

  @Test
  void endsTheServerOfARouterThatWasKilled() throws Exception {
    OtherRouter router = server.openElsewhere(SHORT);
    router.opened();

    router.kill();

    ServerFixture.eventually(() -> Postmaster.over(server.folder()).isEmpty());
  }

  @Test
  void leavesTheServerToARouterThatIsOnlyPaused() throws Exception {
    OtherRouter router = server.openElsewhere(SHORT);
    long process = router.opened();

    ServerFixture.signal("STOP", router.process().pid());
    pass(SHORT.multipliedBy(3));

    assertThat(Postmaster.over(server.folder()).map(Postmaster::pid)).contains(process);
    ServerFixture.signal("CONT", router.process().pid());
  }

  @Test
  void diesWithAServerThatIsKilled() throws Exception {
    EmbeddedDatabase database = server.open(server.settings().endingAfter(SHORT));
    ServerFixture.eventually(() -> IdleWatch.isOver(server.folder()));
    long watch = IdleWatch.signature(server.folder().watch()).orElseThrow();
    database.close();

    ServerFixture.kill(database.processId());

    ServerFixture.eventually(() -> RunningProcess.of(watch).isEmpty());
  }

  @Test
  void givesARunningServerToWhoeverComesJustWhenItEnds() throws Exception {
    var settings = server.settings().endingAfter(Duration.ofSeconds(1));
    for (int cycle = 0; cycle < 4; cycle++) {
      EmbeddedDatabase database = server.open(settings);
      assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
      database.close();
      // The narrow place begins when the mark is there; each time somewhere else in it.
      ServerFixture.eventually(() -> Files.exists(server.folder().ending()));
      pass(Duration.ofMillis(350L * cycle));
    }
  }

  @Test
  void clearsAMarkWhoseWatchHasDied() throws Exception {
    server.open().close();
    Files.writeString(server.folder().ending(), "999999999\n");

    assertThat(Sql.query(server.open().access(), "SELECT 1")).isEqualTo("1");
    assertThat(server.folder().ending()).doesNotExist();
  }

  @Test
  void keepsTheLogShort() throws Exception {
    server.open(server.settings().endingAfter(SHORT));
    var lines = new ArrayList<String>();
    for (int line = 0; line < 20_000; line++) {
      lines.add("a line of a hundred letters or so, which a server has written that had a bad day");
    }

    Files.write(server.folder().log(), lines, StandardOpenOption.APPEND);

    ServerFixture.eventually(() -> Files.size(server.folder().log()) < 1024 * 1024);
    assertThat(server.folder().olderLog()).exists();
  }

  /** Lets time pass, for something not to happen. */
  private static void pass(Duration time) throws Exception {
    var patience = Patience.of(time);
    boolean waiting = true;
    while (waiting) {
      waiting = patience.lasts();
    }
  }
}
