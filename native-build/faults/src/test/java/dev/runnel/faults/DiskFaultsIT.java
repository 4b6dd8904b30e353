package dev.runnel.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runnel.faults.fault.DiskFull;
import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Tmpfs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** PostgreSQL has no room to write. */
class DiskFaultsIT {

  /** A new database takes a quarter of it; the rest is for its log. */
  private static final int MEBIBYTES = 256;

  @Test
  void losesNothingWhileTheDiskIsFull() throws Exception {
    assumeTrue(Tmpfs.isPossible(), "only root can have a small disk");
    try (Tmpfs disk = Tmpfs.of(MEBIBYTES)) {
      var settings =
          new Platform.Settings("512m", Optional.of(disk.folder().resolve("data")), Map.of());
      try (Platform platform = Platform.start("disk", settings)) {
        var trial = new Trial(platform, "disk");
        trial.repeat(Cycles.of("disk", 1, 20), i -> new DiskFull(platform, disk));
      }
    }
  }
}
