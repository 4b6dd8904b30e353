package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Books;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one cycle has shown.
 *
 * @param cycle its name, with the seed
 * @param acknowledged events that were answered 2xx in the end
 * @param troubled how many of them were refused at first, or got no answer
 */
record Figures(String cycle, int acknowledged, int troubled, Times times, Books books) {

  /** How soon others have the runs of a router that is gone: a lease of 5 s, and 2 s. */
  private static final Duration TAKEOVER = Duration.ofSeconds(7);

  private static final int SHOWN = 20;

  /**
   * How long it took.
   *
   * @param takeover until other routers had the runs of the one that was struck; empty: they were
   *     not to
   * @param recovery from when it could, until events were accepted as before
   * @param drained from the load's end until no run was open
   */
  record Times(Optional<Duration> takeover, Duration recovery, Duration drained) {}

  /** Adds them to the others, with all that does not agree. */
  void publish() {
    Summary.note(
        "%s: %,d events acknowledged, %,d refused or unanswered at first; %s2xx again after %,d ms, drained after %,d ms; %d lost, %d calls made twice by the fault, %d without it, %d second effects refused; %d findings"
            .formatted(
                cycle,
                acknowledged,
                troubled,
                times.takeover.map(Figures::takenOver).orElse(""),
                times.recovery.toMillis(),
                times.drained.toMillis(),
                books.lost(),
                books.repeated() - books.doubled(),
                books.doubled(),
                books.refused(),
                books.wrong().size()));
    books.wrong().forEach(finding -> Summary.note("finding: " + finding));
  }

  void check(Duration allowance) {
    List<String> wrong = books.wrong();
    assertThat(wrong.stream().limit(SHOWN).toList())
        .as("%s: what does not agree, %d things", cycle, wrong.size())
        .isEmpty();
    assertThat(times.recovery).as("%s: until 2xx", cycle).isLessThanOrEqualTo(allowance);
    assertThat(times.takeover.orElse(Duration.ZERO))
        .as("%s: until others had the runs", cycle)
        .isLessThanOrEqualTo(TAKEOVER);
  }

  private static String takenOver(Duration after) {
    return "taken over after %,d ms, ".formatted(after.toMillis());
  }
}
