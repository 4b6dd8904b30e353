package dev.runnel.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a fault explains, in seconds from midnight: it was there from 100 to 110. */
class WindowTest {

  private static final Window ROUTER = Window.of(at(100), at(110));
  private static final Window FUNCTIONS = Window.ofCalls(at(100), at(110));

  @Test
  void explainsARepetitionOfACallThatEndedInTheFault() {
    assertThat(ROUTER.mayRepeat(at(50), at(105), at(120))).isTrue();
  }

  @Test
  void explainsARepetitionOfACallThatWasUnderWay() {
    assertThat(ROUTER.mayRepeat(at(99), null, at(120))).isTrue();
    assertThat(FUNCTIONS.mayRepeat(at(99), null, at(120))).isTrue();
  }

  @Test
  void explainsNoRepetitionOfACallThatWasOverLongBefore() {
    assertThat(ROUTER.mayRepeat(at(90), at(97), at(105))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(at(90), at(97), at(105))).isFalse();
  }

  @Test
  void explainsNoRepetitionOfACallThatBeganAfterIt() {
    assertThat(ROUTER.mayRepeat(at(112), at(113), at(114))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(at(112), at(113), at(114))).isFalse();
  }

  @Test
  void explainsALateEndOnlyWhereCallsThemselvesBroke() {
    assertThat(ROUTER.mayRepeat(at(110), at(113), at(114))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(at(110), at(113), at(114))).isTrue();
  }

  @Test
  void explainsARefusalForAsLongAsABreakerPauses() {
    assertThat(FUNCTIONS.mayRefuse(at(116))).isTrue();
    assertThat(FUNCTIONS.mayRefuse(at(117))).isFalse();
    assertThat(FUNCTIONS.mayRefuse(at(90))).isFalse();
  }

  @Test
  void explainsNoRefusalWhereFunctionsWereWhole() {
    assertThat(ROUTER.mayRefuse(at(105))).isFalse();
  }

  @Test
  void explainsNothingWhereThereIsNone() {
    assertThat(Window.NONE.mayRepeat(at(99), at(105), at(120))).isFalse();
    assertThat(Window.NONE.mayRepeat(at(99), null, at(120))).isFalse();
    assertThat(Window.NONE.mayRefuse(at(105))).isFalse();
    assertThat(Window.NONE.holds(at(105))).isFalse();
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
