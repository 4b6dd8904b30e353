package dev.runnel.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a fault explains, in seconds from midnight: it was there from 100 to 110. */
class WindowTest {

  private static final Window ROUTER = Window.of(at(100), at(110));
  private static final Window OWNERS = Window.ofOwners(at(100), at(110));
  private static final Window FUNCTIONS = Window.ofCalls(at(100), at(110));

  @Test
  void explainsARepetitionOfACallThatEndedInTheFault() {
    assertThat(ROUTER.mayRepeat(call(50), at(105), call(120))).isTrue();
  }

  @Test
  void explainsARepetitionOfACallThatWasUnderWay() {
    assertThat(ROUTER.mayRepeat(call(99), null, call(120))).isTrue();
    assertThat(FUNCTIONS.mayRepeat(call(99), null, call(120))).isTrue();
  }

  @Test
  void explainsNoRepetitionOfACallThatWasOverLongBefore() {
    assertThat(ROUTER.mayRepeat(call(90), at(97), call(105))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(call(90), at(97), call(105))).isFalse();
  }

  @Test
  void explainsNoRepetitionOfACallThatBeganAfterIt() {
    assertThat(ROUTER.mayRepeat(call(112), at(113), call(114))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(call(112), at(113), call(114))).isFalse();
  }

  @Test
  void explainsALateEndOnlyWhereCallsThemselvesBroke() {
    assertThat(ROUTER.mayRepeat(call(110), at(113), call(114))).isFalse();
    assertThat(FUNCTIONS.mayRepeat(call(110), at(113), call(114))).isTrue();
  }

  @Test
  void explainsALateEndOfACallWhoseRunAnotherOwnerHasTakenUp() {
    assertThat(ROUTER.mayRepeat(call(110), at(113), call(114, 2))).isTrue();
    assertThat(ROUTER.mayRepeat(call(112), at(113), call(114, 2))).isFalse();
  }

  @Test
  void explainsARefusalForAsLongAsABreakerPauses() {
    assertThat(FUNCTIONS.mayRefuse(at(116))).isTrue();
    assertThat(FUNCTIONS.mayRefuse(at(117))).isFalse();
    assertThat(FUNCTIONS.mayRefuse(at(90))).isFalse();
  }

  @Test
  void explainsARefusalForAsLongAsTheFunctionsCouldNotBeReached() {
    Window cut = Window.ofCut(at(100), at(110));

    assertThat(cut.mayRefuse(at(128))).isTrue();
    assertThat(cut.mayRefuse(at(130))).isFalse();
  }

  @Test
  void explainsNoRefusalWhereFunctionsWereWhole() {
    assertThat(ROUTER.mayRefuse(at(105))).isFalse();
  }

  @Test
  void explainsNothingWhereThereIsNone() {
    assertThat(Window.NONE.mayRepeat(call(99), at(105), call(120))).isFalse();
    assertThat(Window.NONE.mayRepeat(call(99), null, call(120))).isFalse();
    assertThat(Window.NONE.mayRefuse(at(105))).isFalse();
    assertThat(Window.NONE.holds(at(105))).isFalse();
  }

  @Test
  void explainsACallOfWhoHasLostTheRunInTheFault() {
    assertThat(OWNERS.mayRepeat(call(112, 2), at(113), call(140, 1))).isTrue();
    assertThat(OWNERS.mayBeStale(call(101, 2), call(105, 1))).isTrue();
    assertThat(OWNERS.mayBeStale(call(90, 2), call(95, 1))).isFalse();
    assertThat(ROUTER.mayBeStale(call(101, 2), call(105, 1))).isFalse();
  }

  @Test
  void explainsNoRepetitionByOneOwnerAlone() {
    assertThat(OWNERS.mayRepeat(call(110), at(113), call(114))).isFalse();
    assertThat(OWNERS.mayRepeat(call(90), at(97), call(105))).isFalse();
  }

  private static Entry call(long second) {
    return call(second, 1);
  }

  private static Entry call(long second, long epoch) {
    return new Entry(
        Entry.What.BEGIN,
        at(second),
        "slow",
        204,
        "/load",
        "slow-1",
        "run",
        "slow",
        1,
        "run/slow/slow",
        epoch);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
