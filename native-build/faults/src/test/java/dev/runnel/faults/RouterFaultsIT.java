package dev.runnel.faults;

import dev.runnel.faults.fault.RouterKilled;
import dev.runnel.faults.platform.Platform;
import org.junit.jupiter.api.Test;

/** The router itself is what breaks. */
class RouterFaultsIT {

  @Test
  void losesNothingWhenItIsKilledInTheMiddleOfRuns() throws Exception {
    try (Platform platform = Platform.start("router")) {
      var trial = new Trial(platform, "router");
      for (int i = 0; i < Cycles.of("router", 3, 200); i++) {
        trial.with(new RouterKilled(platform));
      }
    }
  }
}
