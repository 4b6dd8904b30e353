package dev.runnel.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who leaves a function's queue, and when. */
class CallQueueTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");
  private static final Passage ONE_PROBE = new Passage.OneProbe();
  private static final Passage PROBING = new Passage.Probing();
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final CallQueue<String> two = new CallQueue<>(List.of(new Places(2)));

  @Test
  void aCallGoesAtOnceWhileThereIsRoom() {
    assertThat(enter("a")).isEqualTo(goes("a"));
    assertThat(enter("b")).isEqualTo(goes("b"));
    assertThat(enter("c")).isEqualTo(nobody());
  }

  @Test
  void theEndOfACallLetsTheNextOneGo() {
    enterAll("a", "b", "c", "d");

    assertThat(leave("a")).isEqualTo(goes("c"));
    assertThat(leave("b")).isEqualTo(goes("d"));
    assertThat(leave("c")).isEqualTo(nobody());
  }

  @Test
  void theMostUrgentGoesFirst() {
    enterAll("a", "b");
    two.enter("low", 1, false, Passage.FREE, NOW);
    two.enter("high", 9, false, Passage.FREE, NOW);

    assertThat(leave("a")).isEqualTo(goes("high"));
  }

  @Test
  void aCallThatIsNotWantedAnyMoreLeavesTheLine() {
    enterAll("a", "b", "c", "d");

    assertThat(leave("c")).isEqualTo(nobody());
    assertThat(leave("a")).isEqualTo(goes("d"));
  }

  @Test
  void aCallThatIsReportedTwiceMakesRoomOnce() {
    enterAll("a", "b", "c", "d");

    assertThat(leave("a")).isEqualTo(goes("c"));
    assertThat(leave("a")).isEqualTo(nobody());
    assertThat(two.isIdle()).isFalse();
  }

  @Test
  void isIdleWhenAllHaveEnded() {
    assertThat(two.isIdle()).isTrue();
    enter("a");
    assertThat(two.isIdle()).isFalse();
    leave("a");
    assertThat(two.isIdle()).isTrue();
  }

  @Test
  void callsGoNoFasterThanTheirRate() {
    var paced = new CallQueue<String>(List.of(TokenBucket.perSecond(2, 1, NOW)));

    assertThat(paced.enter("a", 5, false, Passage.FREE, NOW)).isEqualTo(goes("a"));
    assertThat(paced.enter("b", 5, false, Passage.FREE, NOW))
        .isEqualTo(new Departure<>(List.of(), Duration.ofMillis(500)));
    assertThat(paced.look(Passage.FREE, NOW.plusMillis(400)))
        .isEqualTo(new Departure<>(List.of(), Duration.ofMillis(100)));
    assertThat(paced.look(Passage.FREE, NOW.plusMillis(500))).isEqualTo(goes("b"));
  }

  @Test
  void everyLimitMustHaveRoom() {
    var both = new CallQueue<String>(List.of(new Places(1), TokenBucket.perSecond(1, 1, NOW)));
    both.enter("a", 5, false, Passage.FREE, NOW);

    assertThat(both.enter("b", 5, false, Passage.FREE, NOW)).isEqualTo(nobody());
    assertThat(both.look(Passage.FREE, NOW.plusSeconds(2))).isEqualTo(nobody());
    assertThat(both.leave("a", Passage.FREE, NOW.plusSeconds(2))).isEqualTo(goes("b"));
  }

  @Test
  void aCallWithAFallbackGoesToABreakerThatRefusesItAtOnce() {
    enterAll("a", "b", "c", "d");

    Departure<String> departure = two.enter("backed", 0, true, barred(1), NOW);

    assertThat(departure.calls()).contains("backed").doesNotContain("d");
  }

  @Test
  void whoHasAFallbackLeavesTheLineWhenTheBreakerOpens() {
    enterAll("a", "b", "first", "second");
    two.enter("backed", 0, true, Passage.FREE, NOW);

    assertThat(two.leave("a", barred(1), NOW))
        .as("the one with the fallback, and one to be told of the pause")
        .isEqualTo(new Departure<>(List.of("backed", "first"), PAUSE));
  }

  @Test
  void theOthersStayWhileTheBreakerPauses() {
    enterAll("a", "b", "c", "d", "e");
    two.leave("a", barred(1), NOW);

    assertThat(two.leave("b", barred(1), NOW)).isEqualTo(new Departure<>(List.of(), PAUSE));
    assertThat(two.leave("c", barred(1), NOW)).isEqualTo(new Departure<>(List.of(), PAUSE));
    assertThat(two.enter("f", 9, false, barred(1), NOW))
        .isEqualTo(new Departure<>(List.of(), PAUSE));
  }

  @Test
  void inEachPauseOneIsTold() {
    enterAll("a", "b", "c", "d", "e");

    assertThat(two.leave("a", barred(1), NOW).calls()).containsExactly("c");
    assertThat(two.leave("b", barred(1), NOW).calls()).isEmpty();
    assertThat(two.look(barred(2), NOW).calls()).containsExactly("d");
  }

  @Test
  void whoFindsNobodyWaitingIsToldToo() {
    for (String call : List.of("a", "b", "c")) {
      assertThat(two.enter(call, 5, false, barred(1), NOW)).isEqualTo(goes(call));
    }
  }

  @Test
  void afterThePauseOneGoesAsAProbe() {
    enterAll("a", "b", "c", "d", "e");
    two.leave("a", barred(1), NOW);
    two.leave("b", barred(1), NOW);
    two.leave("c", barred(1), NOW);

    assertThat(two.look(ONE_PROBE, NOW)).isEqualTo(goes("d"));
    assertThat(two.look(ONE_PROBE, NOW)).as("it has not asked yet").isEqualTo(nobody());
    assertThat(two.enter("f", 9, false, PROBING, NOW)).isEqualTo(nobody());
    assertThat(two.leave("d", Passage.FREE, NOW)).isEqualTo(goes("f", "e"));
  }

  @Test
  void aProbeThatIsGivenUpLeavesItToTheNext() {
    enterAll("a", "b", "c", "d", "e");
    List.of("a", "b", "c").forEach(call -> two.leave(call, barred(1), NOW));
    two.look(ONE_PROBE, NOW);

    assertThat(two.leave("d", ONE_PROBE, NOW)).isEqualTo(goes("e"));
  }

  @Test
  void evenAProbeNeedsRoom() {
    var paced = new CallQueue<String>(List.of(new Places(1)));
    paced.enter("hangs", 5, false, Passage.FREE, NOW);
    paced.enter("next", 5, false, Passage.FREE, NOW);

    assertThat(paced.look(ONE_PROBE, NOW)).isEqualTo(nobody());
    assertThat(paced.leave("hangs", ONE_PROBE, NOW)).isEqualTo(goes("next"));
  }

  @Test
  void whoIsSentToBeRefusedTakesNobodysRoom() {
    two.enter("told", 5, false, barred(1), NOW);

    IntStream.range(0, 2)
        .mapToObj(i -> "later " + i)
        .forEach(call -> assertThat(enter(call)).isEqualTo(goes(call)));
    assertThat(leave("told")).isEqualTo(nobody());
    assertThat(enter("one too many")).isEqualTo(nobody());
  }

  @Test
  void isNotIdleBeforeItIsKnownWhatBecameOfThoseSentToBeRefused() {
    two.enter("told", 5, false, barred(1), NOW);
    assertThat(two.isIdle()).isFalse();

    leave("told");

    assertThat(two.isIdle()).isTrue();
  }

  private Departure<String> enter(String call) {
    return two.enter(call, 5, false, Passage.FREE, NOW);
  }

  private void enterAll(String... calls) {
    List.of(calls).forEach(this::enter);
  }

  private Departure<String> leave(String call) {
    return two.leave(call, Passage.FREE, NOW);
  }

  private static Passage barred(long pause) {
    return new Passage.Barred(PAUSE, pause);
  }

  private static Departure<String> goes(String... calls) {
    return new Departure<>(List.of(calls), null);
  }

  private static Departure<String> nobody() {
    return goes();
  }
}
