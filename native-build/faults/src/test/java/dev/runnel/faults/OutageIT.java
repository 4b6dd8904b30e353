package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Proxy.Weather;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PostgreSQL is away for long, and nobody sends anything meanwhile. */
class OutageIT {

  private static final Duration LONG = Duration.ofSeconds(45);
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void goesOnWithTheOneRunThatWasOpen() throws Exception {
    assumeTrue(Cycles.nightly(), "it takes more than a minute");
    try (Platform platform = Platform.startApart("outage");
        Load load = Load.quiet(platform.roots(), "/faults/outage")) {
      Sent slow = load.send(Kind.SLOW);
      assertThat(slow.accepted()).as("accepted: %s", slow.trouble()).isTrue();
      platform.between().turn(new Weather.Closed());
      Patience.pause(LONG);
      platform.between().turn(new Weather.Fair());
      String run = "/runs/" + slow.runs().iterator().next();
      Patience.until(
          "the run has ended",
          SOON,
          () -> platform.router().get(run).path("state").asText().equals("succeeded"));
    }
  }
}
