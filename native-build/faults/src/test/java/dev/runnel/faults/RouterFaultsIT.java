package dev.runnel.faults;

import dev.runnel.faults.fault.EverythingKilled;
import dev.runnel.faults.fault.RouterEnded;
import dev.runnel.faults.fault.RouterFrozen;
import dev.runnel.faults.fault.RouterKilled;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The router itself is what breaks. */
class RouterFaultsIT {

  private static Platform platform;
  private static Trial trial;

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.start("router");
    trial = new Trial(platform, "router");
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  @Test
  void losesNothingWhenItIsKilledInTheMiddleOfRuns() throws Exception {
    trial.repeat(Cycles.of("router", 2, 200), i -> new RouterKilled(platform));
  }

  @Test
  void losesNothingWhenItIsToldToEndInTheMiddleOfRuns() throws Exception {
    trial.repeat(Cycles.of("end", 1, 50), i -> new RouterEnded(platform));
  }

  @Test
  void losesNothingWhenItsDatabaseIsKilledWithIt() throws Exception {
    trial.repeat(Cycles.of("everything", 1, 20), i -> new EverythingKilled(platform));
  }

  @Test
  void goesOnAfterItStoodStillForLongerThanItsLease() throws Exception {
    trial.repeat(Cycles.of("pause", 0, 10), i -> new RouterFrozen(platform));
  }

  @Test
  void answersEverythingThatItHasAcceptedBeforeItEnds() throws Exception {
    int cycles = Cycles.of("farewell", 1, 20);
    for (int i = 0; i < cycles; i++) {
      new Farewell(platform, "/faults/farewell/" + i).check();
    }
  }
}
