package dev.runnel.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One after the other. */
class SequencerTest {

  private static final int PATIENCE_SECONDS = 10;

  /** Tasks that have waited, in place of threads. */
  private final Deque<Runnable> later = new ArrayDeque<>();

  private final Sequencer sequencer = new Sequencer(later::add);
  private final List<String> begun = new ArrayList<>();

  @Test
  void beginsATaskWhenTheOneBeforeIsOver() {
    var first = new CompletableFuture<String>();
    var one = take("one", first);
    var two = take("two", CompletableFuture.completedFuture("2"));

    assertThat(begun).containsExactly("one");
    first.complete("1");
    runThem();

    assertThat(List.of(one.join(), two.join())).containsExactly("1", "2");
    assertThat(begun).containsExactly("one", "two");
  }

  @Test
  void goesOnAfterATaskThatFailed() {
    var failed = take("one", CompletableFuture.failedFuture(new IllegalStateException("broken")));

    assertThatThrownBy(failed::join).hasRootCauseMessage("broken");
    assertThat(take("two", CompletableFuture.completedFuture("2")).join()).isEqualTo("2");
  }

  @Test
  void goesOnWhenNobodyWaitsAnyMore() {
    var first = new CompletableFuture<String>();
    boolean givenUp =
        take("one", first).cancel(true)
            && take("two", CompletableFuture.completedFuture("2")).cancel(true);
    first.complete("1");
    runThem();

    assertThat(givenUp).isTrue();
    assertThat(take("three", CompletableFuture.completedFuture("3")).join()).isEqualTo("3");
    assertThat(begun).containsExactly("one", "two", "three");
  }

  @Test
  void turnsAwayWhenTooManyWait() {
    var first = new CompletableFuture<String>();
    var held = take("first", first);
    var others =
        IntStream.range(0, 1_001)
            .mapToObj(i -> take("other", CompletableFuture.completedFuture("" + i)))
            .toList();

    assertThat(others.getLast().join()).isEqualTo("crowded");
    first.complete("1");
    runThem();
    assertThat(held.join()).isEqualTo("1");
    assertThat(others.get(999).join()).isEqualTo("999");
  }

  private void runThem() {
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  private CompletableFuture<String> take(String name, CompletableFuture<String> result) {
    Uni<String> taken =
        sequencer.take(
            () -> {
              begun.add(name);
              return Uni.createFrom().completionStage(result);
            },
            () -> "crowded");
    return taken.subscribeAsCompletionStage().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
