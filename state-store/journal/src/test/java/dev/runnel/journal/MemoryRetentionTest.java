package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Journal.Begin;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The journal in memory forgets as every journal does, and by its own rule. */
class MemoryRetentionTest extends RetentionContract {

  @Override
  protected Kept kept() {
    return kept(10_000);
  }

  private static Kept kept(int maxKept) {
    var journal = new MemoryJournal(maxKept, Long.MAX_VALUE);
    return new Kept(journal, new MemoryRetention(journal, Clock.systemUTC()));
  }

  @Test
  void forgetsTooManyRunsBeforeTheirTimeCompactedOnesToo() {
    Kept kept = kept(2);
    kept.begin(over("r1", JournalContract.event("e1"), 2));
    kept.begin(failed("r2", JournalContract.event("e2"), 2));
    kept.sweep(new Retention.Terms(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(9)));

    kept.begin(over("r3", JournalContract.event("e3"), 0));
    assertThat(kept.all()).extracting(RunBrief::id).containsExactlyInAnyOrder("r2", "r3");

    kept.begin(over("r4", JournalContract.event("e4"), 0));
    assertThat(kept.all()).extracting(RunBrief::id).containsExactlyInAnyOrder("r3", "r4");
  }

  @Test
  void takesAnEventAgainAfterItsTimeAlsoWhereItsRunGoesOn() {
    Kept kept = kept();
    kept.begin(run("r1", JournalContract.event("e1"), 2));
    kept.begin(run("r2", JournalContract.event("e2"), 0));

    Duration day = Duration.ofDays(1);
    assertThat(kept.sweep(new Retention.Terms(day, day, day)))
        .isEqualTo(new Retention.Sweep(0, 0, Optional.empty()));

    assertThat(kept.begin(over("r3", JournalContract.event("e1"), 0))).isEqualTo(new Begin.Begun());
    assertThat(kept.begin(over("r4", JournalContract.event("e2"), 0)))
        .isEqualTo(new Begin.Duplicate("r2"));
  }
}
