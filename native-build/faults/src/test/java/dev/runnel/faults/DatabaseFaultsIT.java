package dev.runnel.faults;

import dev.runnel.embedded.Shutdown;
import dev.runnel.faults.fault.BackendsTerminated;
import dev.runnel.faults.fault.DatabaseAway;
import dev.runnel.faults.fault.DatabaseFrozen;
import dev.runnel.faults.fault.DatabaseKilled;
import dev.runnel.faults.fault.DatabaseReadOnly;
import dev.runnel.faults.fault.DatabaseRestarted;
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
    for (int i = 0; i < Cycles.of("database", 2, 100); i++) {
      trial.with(new DatabaseKilled(platform));
    }
  }

  @Test
  void losesNothingWhenTheServerIsKilledAgainWhileItComesBack() throws Exception {
    for (int i = 0; i < Cycles.of("flapping", 0, 10); i++) {
      trial.with(new DatabaseAway(platform, 3));
    }
  }

  @Test
  void losesNothingWhenTheServerIsRestarted() throws Exception {
    for (int i = 0; i < Cycles.of("restart", 1, 100); i++) {
      trial.with(new DatabaseRestarted(platform, i % 2 == 0 ? Shutdown.FAST : Shutdown.IMMEDIATE));
    }
  }

  @Test
  void losesNothingWhenAllSessionsAreEnded() throws Exception {
    for (int i = 0; i < Cycles.of("sessions", 1, 20); i++) {
      trial.with(new BackendsTerminated(platform));
    }
  }

  @Test
  void losesNothingWhileTheServerTakesNoWrites() throws Exception {
    for (int i = 0; i < Cycles.of("read-only", 1, 10); i++) {
      trial.with(new DatabaseReadOnly(platform));
    }
  }

  @Test
  void losesNothingWhileTheServerStandsStill() throws Exception {
    for (int i = 0; i < Cycles.of("standstill", 1, 10); i++) {
      trial.with(new DatabaseFrozen(platform, Duration.ofSeconds(i % 2 == 0 ? 3 : 15)));
    }
  }
}
