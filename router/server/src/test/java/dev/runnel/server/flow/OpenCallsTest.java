package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.queue.Passage;
import dev.runnel.engine.queue.Places;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That every call of a run gives its turn back, and once. */
class OpenCallsTest {

  private final FunctionQueue queue =
      new FunctionQueue(
          List.of(new Places(1)), () -> Passage.FREE, (pause, action) -> {}, () -> Instant.EPOCH);

  private final OpenCalls calls = new OpenCalls();
  private final AtomicInteger cancelled = new AtomicInteger();
  private final Turn turn = new Turn(queue, _ -> {});

  @Test
  void anAnsweredCallGivesItsTurnBackAndIsNotCancelled() {
    make();

    calls.answered("a", 1);
    calls.abortAll();

    assertThat(queue.isIdle()).isTrue();
    assertThat(cancelled).hasValue(0);
  }

  @Test
  void anAbortedCallIsCancelled() {
    make();

    calls.abort("a", 1);
    calls.abort("a", 1);

    assertThat(queue.isIdle()).isTrue();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void aCallThatIsAbortedBeforeItIsMadeGivesItsTurnBack() {
    want();
    calls.begun("a", 1);

    calls.abort("a", 1);

    assertThat(queue.isIdle()).isTrue();
  }

  @Test
  void whatHasBegunIsNotUnwanted() {
    want();
    calls.begun("a", 1);

    calls.unwanted("a", 1);
    assertThat(queue.isIdle()).isFalse();
    calls.abortAll();
    assertThat(queue.isIdle()).isTrue();
  }

  @Test
  void whatWaitsForItsTurnHasNotBegun() {
    want();
    assertThat(calls.anyBegun()).isFalse();
    calls.begun("a", 1);
    assertThat(calls.anyBegun()).isTrue();
    calls.answered("a", 1);
    assertThat(calls.anyBegun()).isFalse();
  }

  @Test
  void aTurnThatWasGivenBackIsNotWaitedFor() {
    want();
    assertThat(calls.waits("a", 1, turn)).isTrue();
    assertThat(calls.waits("a", 1, new Turn(queue, _ -> {}))).isFalse();
    assertThat(calls.waits("a", 2, turn)).isFalse();

    calls.unwanted("a", 1);

    assertThat(calls.waits("a", 1, turn)).isFalse();
    assertThat(queue.isIdle()).isTrue();
  }

  private void want() {
    calls.wanted("a", 1, turn);
    turn.ask(5, false);
  }

  private void make() {
    want();
    calls.begun("a", 1);
    calls.made("a", 1, cancelled::incrementAndGet);
  }
}
