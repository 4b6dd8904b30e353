package dev.runnel.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Recorded.Happening;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two owners of a run would leave behind. */
class DatabaseBookTest {

  private static final Happening BEGAN = new Happening("began", "", 0);
  private static final Happening ENDED = new Happening("ended", "", 0);

  @Test
  void findsNothingInARunWithTwoAttempts() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN),
                    write(1, of("attempt-started", 1), of("attempt-failed", 1)),
                    write(3, of("attempt-started", 2), of("attempt-succeeded", 2)),
                    write(5, of("step-succeeded", 0), ENDED))))
        .isEmpty();
  }

  @Test
  void findsNothingInAnAttemptThatWasRefusedAndMadeAfterwards() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN),
                    write(1, of("attempt-started", 1), of("attempt-refused", 1)),
                    write(3, of("attempt-started", 1), of("attempt-succeeded", 1)))))
        .isEmpty();
  }

  @Test
  void findsTwoStartsOfOneAttempt() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN),
                    write(1, of("attempt-started", 1)),
                    write(2, of("attempt-started", 1)))))
        .containsExactly("run has twice the start of attempt 1 of single");
  }

  @Test
  void findsTwoResultsOfOneAttempt() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN),
                    write(1, of("attempt-failed", 1)),
                    write(2, of("attempt-succeeded", 1)))))
        .containsExactly("run has twice the result of attempt 1 of single");
  }

  @Test
  void findsTwoEndsOfAStep() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN, of("outcome-unknown", 0)), write(2, of("step-succeeded", 0)))))
        .containsExactly("run has twice the end of single");
  }

  @Test
  void findsAWriteThatOverlapsAnother() {
    assertThat(
            DatabaseBook.objections(
                List.of(
                    write(0, BEGAN),
                    write(1, of("attempt-failed", 1), of("retry-planned", 0)),
                    write(2, of("paused", 0)))))
        .containsExactly("run has a write that follows 2 events, and 3 were there");
  }

  private static Recorded write(int position, Happening... events) {
    return new Recorded("run", position, List.of(events));
  }

  private static Happening of(String kind, int attempt) {
    return new Happening(kind, "single", attempt);
  }
}
