package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.queue.Limit;
import dev.runnel.engine.queue.Passage;
import dev.runnel.engine.queue.Places;
import dev.runnel.engine.queue.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A queue that all runs share. */
class FunctionQueueTest {

  private static final int PLACES = 3;
  private static final int CALLS = 20_000;
  private static final int THREADS = 4;

  private record Alarm(Duration pause, Runnable action) {}

  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Turn> come = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Passage passage = Passage.FREE;

  @Test
  void aTurnThatComesLaterIsTold() {
    FunctionQueue queue = queue(new Places(1));
    Turn first = turn(queue);
    Turn second = turn(queue);
    assertThat(first.ask(5, false)).isTrue();
    assertThat(second.ask(5, false)).isFalse();

    first.giveBack();
    first.giveBack();

    assertThat(come).containsExactly(second);
    assertThat(alarms).isEmpty();
  }

  @Test
  void aTurnThatIsGivenBackBeforeItHasComeDoesNotCome() {
    FunctionQueue queue = queue(new Places(1));
    Turn first = turn(queue);
    Turn second = turn(queue);
    first.ask(5, false);
    second.ask(5, false);

    second.giveBack();
    first.giveBack();

    assertThat(come).isEmpty();
    assertThat(queue.isIdle()).isTrue();
  }

  @Test
  void looksAgainWhenTheRateAllowsIt() {
    FunctionQueue queue = queue(TokenBucket.perSecond(10, 1, now));
    turn(queue).ask(5, false);
    turn(queue).ask(5, false);
    turn(queue).ask(5, false);
    assertThat(alarms).extracting(Alarm::pause).containsExactly(Duration.ofMillis(100));

    ring();
    ring();

    assertThat(come).hasSize(2);
    assertThat(alarms).isEmpty();
  }

  @Test
  void anAlarmThatAnEarlierOneHasReplacedDoesNothing() {
    FunctionQueue queue = queue(TokenBucket.perSecond(1, 1, now));
    passage = new Passage.Barred(Duration.ofSeconds(5), 1);
    turn(queue).ask(5, false); // goes to be refused, since nobody waits
    passage = new Passage.Probing();
    turn(queue).ask(5, false);
    turn(queue).ask(5, false);
    turn(queue).ask(5, false);
    passage = new Passage.Barred(Duration.ofSeconds(5), 2);
    turn(queue).ask(5, false); // the first of them goes, to tell of the pause
    passage = Passage.FREE;
    turn(queue).ask(5, false); // the second goes
    assertThat(come).hasSize(2);
    assertThat(alarms)
        .extracting(Alarm::pause)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(1));

    alarms.removeFirst().action().run();

    assertThat(alarms).as("it has set no other").hasSize(1);
    assertThat(come).hasSize(2);
  }

  /** As many threads as like make calls of one function, and the queue keeps them apart. */
  @Test
  void letsNoMoreGoThanThereArePlacesWhateverTheThreads() throws InterruptedException {
    FunctionQueue queue = queue(new Places(PLACES));
    var going = new AtomicInteger();
    var most = new AtomicInteger();
    var left = new CountDownLatch(CALLS);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < CALLS; i++) {
        int priority = i % 10;
        threads.execute(
            () -> {
              Runnable[] call = new Runnable[1];
              var turn = new Turn(queue, _ -> threads.execute(call[0]));
              call[0] =
                  () -> {
                    most.accumulateAndGet(going.incrementAndGet(), Math::max);
                    going.decrementAndGet();
                    left.countDown();
                    turn.giveBack();
                  };
              if (turn.ask(priority, false)) {
                call[0].run();
              }
            });
      }
      assertThat(left.await(30, TimeUnit.SECONDS)).as("all have come").isTrue();
    }
    assertThat(most.get()).isBetween(1, PLACES);
    assertThat(queue.isIdle()).isTrue();
  }

  private FunctionQueue queue(Limit... limits) {
    return new FunctionQueue(
        List.of(limits),
        () -> passage,
        (wait, action) -> alarms.add(new Alarm(wait, action)),
        () -> now);
  }

  private Turn turn(FunctionQueue queue) {
    return new Turn(queue, come::add);
  }

  private void ring() {
    Alarm next = alarms.removeFirst();
    now = now.plus(next.pause());
    next.action().run();
  }
}
