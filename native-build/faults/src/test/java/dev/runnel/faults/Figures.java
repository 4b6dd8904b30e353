package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Books;
import java.time.Duration;
import java.util.List;

/**
 * What one cycle has shown.
 *
 * @param cycle its name, with the seed
 * @param acknowledged events that were answered 2xx in the end
 * @param troubled how many of them were refused at first, or got no answer
 * @param recovery from when it could, until an event was accepted
 * @param drained from the load's end until no run was open
 */
record Figures(
    String cycle,
    int acknowledged,
    int troubled,
    Duration recovery,
    Duration drained,
    Books books) {

  private static final int SHOWN = 20;

  /** What is promised of a machine of one's own is not asked of one that builds meanwhile. */
  private static final int BUSY = 2;

  /** Adds them to the others, with all that does not agree. */
  void publish() {
    Summary.note(
        "%s: %,d events acknowledged, %,d refused or unanswered at first; 2xx again after %,d ms, drained after %,d ms; %d lost, %d calls made twice by the fault, %d without it; %d findings"
            .formatted(
                cycle,
                acknowledged,
                troubled,
                recovery.toMillis(),
                drained.toMillis(),
                books.lost(),
                books.repeated() - books.doubled(),
                books.doubled(),
                books.wrong().size()));
    books.wrong().forEach(finding -> Summary.note("finding: " + finding));
  }

  void check(Duration allowance) {
    List<String> wrong = books.wrong();
    assertThat(wrong.stream().limit(SHOWN).toList())
        .as("%s: what does not agree, %d things", cycle, wrong.size())
        .isEmpty();
    assertThat(recovery)
        .as("%s: until 2xx", cycle)
        .isLessThanOrEqualTo(allowance.multipliedBy(Cycles.nightly() ? 1 : BUSY));
  }
}
