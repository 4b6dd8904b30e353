package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Entry;
import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An event whose call the router never survives. */
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The one that its manifest gives the function, and three more where the router ended. */
  private static final int ATTEMPTS = 4;

  @Test
  void isGivenUpAfterAFewAttempts() throws Exception {
    try (Platform platform = Platform.start("poison");
        Load load = Load.quiet(platform.router().port(), "/faults/poison")) {
      var calls = new Calls(platform);
      Sent poison = load.send(Kind.POISON);
      String run = "/runs/" + poison.runs().iterator().next();
      // A call that a router does not survive for some milliseconds is not written, and not
      // counted.
      Patience.until(
          "the first attempt is written",
          PATIENCE,
          () -> !platform.router().get(run).path("steps").path(0).path("attempts").isEmpty());
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        calls.awaitPoison(attempt);
        platform.router().kill();
        platform.router().start();
      }
      Patience.until(
          "the run has ended",
          PATIENCE,
          () -> platform.router().get(run).path("state").asText().equals("failed"));
      assertThat(platform.router().get("/dead-letters?type=fault.poison").path("deadLetters"))
          .hasSize(1);
      Sent other = load.send(Kind.SINGLE);
      assertThat(other.accepted()).as("others are accepted: %s", other.trouble()).isTrue();
      calls.awaitOther(other);
      assertThat(calls.poisoned()).isEqualTo(ATTEMPTS);
    }
  }

  /** What the functions have been called for. */
  private static final class Calls {

    private final Entries entries;
    private final Set<String> others = new HashSet<>();
    private int poisoned;

    Calls(Platform platform) {
      entries = new Entries(platform.functions().ledger());
    }

    int poisoned() {
      return poisoned;
    }

    void awaitPoison(int times) {
      Patience.until(
          "poison is called for the %d. time".formatted(times), PATIENCE, () -> read() == times);
    }

    void awaitOther(Sent other) {
      Patience.until(
          other.id() + " is done", PATIENCE, () -> read() > 0 && others.contains(other.id()));
    }

    private int read() throws IOException {
      for (Entry entry : entries.next()) {
        if (entry.function().equals("poison")) {
          poisoned += entry.begin() ? 1 : 0;
        } else if (!entry.begin()) {
          others.add(entry.event());
        }
      }
      return poisoned;
    }
  }
}
