package dev.runnel.journal.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.Counters.Adding;
import dev.runnel.journal.keyed.Counters.Overflow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything keeps that counts. */
public abstract class CountersContract {

  private static final Key KEY = new Key("cost", "calls");
  private static final int CALLERS = 16;
  private static final int ADDITIONS = 50;

  /** One that knows nothing. */
  protected abstract KeyedWorld world(KeyedLimits limits);

  private KeyedWorld world;
  private Counters counters;

  @BeforeEach
  void begin() {
    use(world(KeyedLimits.DEFAULTS));
  }

  private void use(KeyedWorld other) {
    world = other;
    counters = other.counters();
  }

  @Test
  void countsFromNothing() {
    assertThat(read()).isEmpty();
    assertThat(add(0)).isEqualTo(new Added(0));
    assertThat(read()).contains(0L);
    assertThat(add(5)).isEqualTo(new Added(5));
    assertThat(add(-7)).isEqualTo(new Added(-2));
    assertThat(read()).contains(-2L);
  }

  @Test
  void countsFromNothingAgainAfterARemoval() {
    assertThat(remove()).isEmpty();
    add(5);

    assertThat(remove()).contains(5L);

    assertThat(read()).isEmpty();
    assertThat(remove()).isEmpty();
    assertThat(add(1)).isEqualTo(new Added(1));
  }

  @Test
  void keepsCapabilitiesApart() {
    add(5);

    assertThat(counters.read(new Key("agents", KEY.name())).await().indefinitely()).isEmpty();
  }

  @Test
  void countsAsFarAsALongDoesAndNoFurther() {
    add(Long.MAX_VALUE);
    assertThat(add(1)).isEqualTo(new Overflow(Long.MAX_VALUE));
    assertThat(add(Long.MAX_VALUE)).isEqualTo(new Overflow(Long.MAX_VALUE));
    assertThat(add(Long.MIN_VALUE)).isEqualTo(new Added(-1));
    assertThat(add(Long.MIN_VALUE)).isEqualTo(new Overflow(-1));
    assertThat(add(Long.MIN_VALUE + 1)).isEqualTo(new Added(Long.MIN_VALUE));
    assertThat(add(-1)).isEqualTo(new Overflow(Long.MIN_VALUE));
    assertThat(read()).contains(Long.MIN_VALUE);
  }

  @Test
  void addsOnceWhatIsSaidTwice() {
    assertThat(add(5, "o1")).isEqualTo(new Added(5));
    add(2);

    assertThat(add(5, "o1")).isEqualTo(new Added(5));
    assertThat(add(99, "o1")).isEqualTo(new Added(5));
    assertThat(add(5, "o2")).isEqualTo(new Added(12));
    assertThat(read()).contains(12L);
  }

  @Test
  void knowsOperationsOfEachCounterApart() {
    add(5, "o1");
    Key other = new Key("cost", "errors");

    assertThat(counters.add(other, 3, Optional.of("o1")).await().indefinitely())
        .isEqualTo(new Added(3));
  }

  @Test
  void knowsAnOperationAlsoAfterARemoval() {
    add(5, "o1");
    remove();

    assertThat(add(5, "o1")).isEqualTo(new Added(5));
    assertThat(read()).isEmpty();
  }

  @Test
  void mayBeToldAgainWhatCameToNothing() {
    add(Long.MAX_VALUE);
    assertThat(add(1, "o1")).isEqualTo(new Overflow(Long.MAX_VALUE));
    remove();

    assertThat(add(1, "o1")).isEqualTo(new Added(1));
  }

  @Test
  void addsOnceWhatIsSaidTwiceAtTheSameTime() {
    List<CompletableFuture<Adding>> additions =
        IntStream.range(0, 400)
            .mapToObj(i -> counters.add(KEY, 1, Optional.of("o" + i % 100)))
            .map(add -> add.subscribeAsCompletionStage())
            .toList();

    assertThat(additions.stream().map(it -> ((Added) it.join()).value()).distinct()).hasSize(100);
    assertThat(read()).contains(100L);
  }

  @Test
  void losesNoAdditionOfMany() throws Exception {
    List<List<Long>> values =
        Together.all(
            CALLERS,
            caller ->
                () ->
                    IntStream.range(0, ADDITIONS).mapToObj(i -> ((Added) add(1)).value()).toList());

    assertThat(values).allSatisfy(seen -> assertThat(seen).isSorted());
    assertThat(values.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, CALLERS * ADDITIONS).boxed().toList());
  }

  @Test
  void refusesMoreNamesThanACapabilityMayHave() {
    use(world(new KeyedLimits(1, 1, 1, 1, 10)));
    add(1);
    Key second = new Key("cost", "second");

    assertThat(counters.add(second, 1, Optional.empty()).await().indefinitely())
        .isEqualTo(new QuotaExceeded(QuotaExceeded.What.COUNTERS, 1, 1));
    assertThat(add(1)).isEqualTo(new Added(2));
    remove();
    assertThat(counters.add(second, 1, Optional.empty()).await().indefinitely())
        .isEqualTo(new Added(1));
  }

  @Test
  void refusesAnAdditionRatherThanForgettingOneTooEarly() {
    use(world(new KeyedLimits(1, 1, 1, 10, 2)));
    add(1, "o1");
    add(1, "o2");

    assertThat(add(1, "o3")).isEqualTo(new QuotaExceeded(QuotaExceeded.What.OPERATIONS, 2, 2));
    assertThat(add(1, "o1")).isEqualTo(new Added(1));
    assertThat(add(1)).isEqualTo(new Added(3));
    world.pass(Counters.MEMORY.plusSeconds(1));
    assertThat(add(1, "o3")).isEqualTo(new Added(4));
    assertThat(add(1, "o4")).isEqualTo(new Added(5));
  }

  @Test
  void refusesOperationsThatMakeNoSense() {
    for (String operation : List.of("", "x".repeat(129), "a\0b")) {
      assertThatThrownBy(() -> add(1, operation))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the operation has");
    }
  }

  private Adding add(long delta) {
    return counters.add(KEY, delta, Optional.empty()).await().indefinitely();
  }

  private Adding add(long delta, String operation) {
    return counters.add(KEY, delta, Optional.of(operation)).await().indefinitely();
  }

  private Optional<Long> read() {
    return counters.read(KEY).await().indefinitely();
  }

  private Optional<Long> remove() {
    return counters.remove(KEY).await().indefinitely();
  }
}
