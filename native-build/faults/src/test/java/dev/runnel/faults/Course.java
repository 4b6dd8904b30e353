package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.fault.Fault;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a fault went.
 *
 * @param takeover how long it took until others had the runs of the router that it struck; empty:
 *     they were not to
 * @param healed when it was mended
 */
record Course(Instant injected, Optional<Duration> takeover, Instant healed) {

  /** Breaks something, and mends it after a while. */
  static Course of(Fault fault, Platform platform)
      throws IOException, InterruptedException, SQLException {
    return fault.victim().isEmpty()
        ? alone(fault)
        : takenOver(fault, platform, fault.victim().getAsInt());
  }

  private static Course alone(Fault fault) throws IOException, InterruptedException, SQLException {
    Instant injected = Instant.now();
    fault.inject();
    Patience.pause(fault.lasts());
    fault.heal();
    return new Course(injected, Optional.empty(), Instant.now());
  }

  /** At the least, it lasts until others have the runs. */
  private static Course takenOver(Fault fault, Platform platform, int victim)
      throws IOException, InterruptedException, SQLException {
    try (Owners owners = Owners.of(platform)) {
      long epoch = owners.epoch(platform.routers().get(victim).name());
      Instant injected = Instant.now();
      fault.inject();
      assertThat(owners.open(epoch))
          .as("runs of router %d when it was struck", victim)
          .isPositive();
      owners.awaitTakeover(epoch);
      Duration takeover = Duration.between(injected, Instant.now());
      Patience.pause(fault.lasts().minus(takeover));
      fault.heal();
      return new Course(injected, Optional.of(takeover), Instant.now());
    }
  }
}
