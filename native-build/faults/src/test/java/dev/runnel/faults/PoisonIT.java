package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Entry;
import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Router;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An event whose call the router never survives. */
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The one that its manifest gives the function, three more where the router ended, and two whose
   * begin had no time to be written: that of the first life, and of the first that took the run up.
   */
  private static final int MOST = 6;

  @Test
  void isGivenUpAfterAFewAttempts() throws Exception {
    try (Platform platform = Platform.start("poison");
        Load load = Load.quiet(platform.roots(), "/faults/poison")) {
      var calls = new Calls(platform);
      Sent poison = load.send(Kind.POISON);
      String run = "/runs/" + poison.runs().iterator().next();
      int killed = 0;
      while (calls.anyAfter(killed, platform.router(), run)) {
        killed++;
        platform.router().kill();
        platform.router().start();
      }
      assertThat(platform.router().get("/dead-letters?type=fault.poison").path("deadLetters"))
          .hasSize(1);
      Sent other = load.send(Kind.SINGLE);
      assertThat(other.accepted()).as("others are accepted: %s", other.trouble()).isTrue();
      calls.awaitOther(other);
      assertThat(calls.poisoned()).isEqualTo(killed).isBetween(MOST - 2, MOST);
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

    /** Waits for the next call, which there is not where the run ends. */
    boolean anyAfter(int times, Router router, String run) {
      Patience.until(
          "poison is called for the %d. time, or given up".formatted(times + 1),
          PATIENCE,
          () -> read() > times || router.get(run).path("state").asText().equals("failed"));
      return poisoned > times;
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
