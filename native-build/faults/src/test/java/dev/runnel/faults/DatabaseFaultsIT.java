package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.embedded.Shutdown;
import dev.runnel.faults.fault.BackendsTerminated;
import dev.runnel.faults.fault.ConnectionsUsedUp;
import dev.runnel.faults.fault.DatabaseAway;
import dev.runnel.faults.fault.DatabaseFrozen;
import dev.runnel.faults.fault.DatabaseKilled;
import dev.runnel.faults.fault.DatabaseReadOnly;
import dev.runnel.faults.fault.DatabaseRestarted;
import dev.runnel.faults.fault.TableLocked;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL breaks, and the router is not started again. */
class DatabaseFaultsIT {

  private static Platform platform;
  private static Trial trial;

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.start("database");
    trial = new Trial(platform, "database");
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  @Test
  void losesNothingWhenTheServerIsKilled() throws Exception {
    trial.repeat(Cycles.of("database", 2, 100), i -> new DatabaseKilled(platform));
  }

  @Test
  void losesNothingWhenTheServerIsKilledAgainWhileItComesBack() throws Exception {
    trial.repeat(Cycles.of("flapping", 0, 10), i -> new DatabaseAway(platform, 3));
  }

  @Test
  void losesNothingWhenTheServerIsRestarted() throws Exception {
    trial.repeat(
        Cycles.of("restart", 1, 100),
        i -> new DatabaseRestarted(platform, i % 2 == 0 ? Shutdown.FAST : Shutdown.IMMEDIATE));
  }

  @Test
  void losesNothingWhenAllSessionsAreEnded() throws Exception {
    trial.repeat(Cycles.of("sessions", 1, 20), i -> new BackendsTerminated(platform));
  }

  @Test
  void losesNothingWhileTheServerTakesNoWrites() throws Exception {
    trial.repeat(Cycles.of("read-only", 1, 10), i -> new DatabaseReadOnly(platform));
  }

  @Test
  void losesNothingWhileTheServerStandsStill() throws Exception {
    trial.repeat(
        Cycles.of("standstill", 1, 10),
        i -> new DatabaseFrozen(platform, Duration.ofSeconds(i % 2 == 0 ? 3 : 15)));
  }

  @Test
  void losesNothingWhileStrangersHaveAllConnections() throws Exception {
    trial.repeat(Cycles.of("connections", 1, 20), i -> new ConnectionsUsedUp(platform));
  }

  @Test
  void losesNothingWhileAStrangerLocksATable() throws Exception {
    trial.repeat(Cycles.of("lock", 1, 10), DatabaseFaultsIT::locked);
    assertThat(platform.router().log()).content().doesNotContain("has been blocked for");
  }

  /** Each table in turn, for short and for long. */
  private static TableLocked locked(int cycle) {
    String table = cycle % 2 == 0 ? "run" : "open_run";
    return new TableLocked(platform, table, Duration.ofSeconds(cycle < 2 ? 3 : 30));
  }
}
