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

  /** It is not the router that breaks: how fast it writes is not what matters here. */
  private static final int WARM = 50_000;

  private static Platform platform;
  private static Trial trial;

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.start("functions");
    trial = new Trial(platform, "functions", WARM);
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
    int cycles = Cycles.of("neighbours", 0, 10);
    for (int i = 0; i < cycles; i++) {
      new Neighbours(platform, "/faults/neighbours/" + i).check();
    }
  }
}
