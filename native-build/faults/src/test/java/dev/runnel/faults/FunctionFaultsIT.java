package dev.runnel.faults;

import dev.runnel.faults.fault.FunctionsFrozen;
import dev.runnel.faults.fault.FunctionsKilled;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions break in the middle of their calls. */
class FunctionFaultsIT {

  private static Platform platform;
  private static Trial trial;

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.start("functions");
    trial = new Trial(platform, "functions");
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  @Test
  void losesNothingWhenTheyAreKilled() throws Exception {
    trial.repeat(Cycles.of("functions-killed", 1, 30), i -> new FunctionsKilled(platform));
  }

  @Test
  void losesNothingWhenTheyStandStill() throws Exception {
    trial.repeat(Cycles.of("functions-frozen", 1, 30), i -> new FunctionsFrozen(platform));
  }

  @Test
  void delaysNothingOfOthersWhileOneStandsStill() throws Exception {
    int cycles = Cycles.of("neighbours", 1, 10);
    for (int i = 0; i < cycles; i++) {
      new Neighbours(platform, "/faults/neighbours/" + i).check();
    }
  }
}
