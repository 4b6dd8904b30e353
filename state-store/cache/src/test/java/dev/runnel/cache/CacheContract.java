package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.cache.Samples.Sample;
import dev.runnel.cache.value.CachedAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cache keeps, seen by one router or by two. */
public abstract class CacheContract {

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final CacheKey A = new CacheKey("orders", "a");
  private static final CacheKey B = new CacheKey("orders", "b");
  private static final CacheKey ELSEWHERE = new CacheKey("parcels", "a");

  /** The store as one router sees it. */
  protected abstract StateStore store();

  /** The same store as another router sees it, if there can be another. */
  protected StateStore other() {
    return store();
  }

  static List<Sample<?>> samples() {
    return Samples.ALL;
  }

  protected final Cache<CachedAnswer> results() {
    return store().cache(Concerns.RESULTS);
  }

  protected final Cache<CachedAnswer> otherResults() {
    return other().cache(Concerns.RESULTS);
  }

  @BeforeEach
  void empty() {
    for (Concern<?> concern : Concerns.ALL) {
      assertThat(now(store().cache(concern).clear())).isEqualTo(Write.DONE);
    }
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(now(results().get(A))).isEqualTo(new Lookup.Miss<>());
    assertThat(now(otherResults().get(A))).isEqualTo(new Lookup.Miss<>());
    assertThat(now(results().size())).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("samples")
  <V extends Record> void givesBackWhatWasWritten(Sample<V> sample) {
    for (V value : sample.values()) {
      Cache<V> here = store().cache(sample.concern());
      Cache<V> there = other().cache(sample.concern());
      // Some live for seconds only, which may pass between two calls.
      Soon.holds(
          value + " is seen",
          () ->
              now(here.put(A, value)) == Write.DONE && has(there, A, value) && has(here, A, value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "中", "'; drop table", "a/b#c?d", "\ud83d\ude00", " "})
  void takesAnyTextAsAKey(String text) {
    CacheKey key = new CacheKey(text, text + "x");
    assertThat(now(results().put(key, Samples.answer(1, "a")))).isEqualTo(Write.DONE);

    seen(otherResults(), key, Samples.answer(1, "a"));
    assertThat(now(results().get(new CacheKey(text + "x", text)))).isEqualTo(new Lookup.Miss<>());
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    String tooLong = "a".repeat(CacheKey.LONGEST + 1);
    assertThatThrownBy(() -> CacheKey.of(tooLong)).hasMessageContaining("use a digest");
  }

  @Test
  void tellsVersionsApartOfEqualValues() {
    now(results().put(A, Samples.answer(1, "a")));
    long first = version(A);
    now(results().put(A, Samples.answer(1, "a")));

    assertThat(now(results().replace(A, Samples.answer(2, "b"), first, LIFE)))
        .isEqualTo(Write.REFUSED);
    seen(results(), A, Samples.answer(1, "a"));
  }

  @Test
  void putsWhereThereIsNothing() {
    assertThat(now(results().putIfAbsent(A, Samples.answer(1, "a"), LIFE))).isEqualTo(Write.DONE);
    assertThat(now(otherResults().putIfAbsent(A, Samples.answer(2, "b"), LIFE)))
        .isEqualTo(Write.REFUSED);

    seen(otherResults(), A, Samples.answer(1, "a"));
  }

  @Test
  void replacesWhatWasSeen() {
    assertThat(now(results().replace(A, Samples.answer(1, "a"), 0, LIFE))).isEqualTo(Write.REFUSED);
    now(results().put(A, Samples.answer(1, "a")));
    long first = version(A);

    assertThat(now(otherResults().replace(A, Samples.answer(2, "b"), first, LIFE)))
        .isEqualTo(Write.DONE);
    assertThat(now(results().replace(A, Samples.answer(3, "c"), first, LIFE)))
        .isEqualTo(Write.REFUSED);

    seen(results(), A, Samples.answer(2, "b"));
  }

  @Test
  void letsOneOfManyReplaceAVersion() throws Exception {
    now(results().put(A, Samples.answer(0, "")));
    long seen = version(A);
    List<Callable<Write>> writers =
        IntStream.rangeClosed(1, 16)
            .<Callable<Write>>mapToObj(
                i ->
                    () ->
                        now(
                            (i % 2 == 0 ? results() : otherResults())
                                .replace(A, Samples.answer(i, ""), seen, LIFE)))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(writers).stream().map(Future::resultNow))
          .filteredOn(Write.DONE::equals)
          .hasSize(1);
    }
  }

  @Test
  void forgetsWhatIsRemoved() {
    now(results().put(A, Samples.answer(1, "a")));
    now(results().put(B, Samples.answer(1, "b")));

    assertThat(now(otherResults().remove(A))).isEqualTo(Write.DONE);
    assertThat(now(otherResults().remove(A))).isEqualTo(Write.DONE);

    gone(results(), A);
    seen(results(), B, Samples.answer(1, "b"));
  }

  @Test
  void removesWhatWasSeen() {
    now(results().put(A, Samples.answer(1, "a")));
    long first = version(A);
    now(results().put(A, Samples.answer(2, "b")));

    assertThat(now(otherResults().remove(A, first))).isEqualTo(Write.REFUSED);
    assertThat(now(otherResults().remove(A, version(A)))).isEqualTo(Write.DONE);
    assertThat(now(otherResults().remove(A, first))).isEqualTo(Write.REFUSED);

    gone(results(), A);
  }

  @Test
  void forgetsAGroup() {
    for (CacheKey key : List.of(A, B, ELSEWHERE)) {
      now(results().put(key, Samples.answer(1, "a")));
    }

    assertThat(now(otherResults().removeAll("orders"))).isEqualTo(Write.DONE);

    gone(results(), A);
    gone(results(), B);
    seen(results(), ELSEWHERE, Samples.answer(1, "a"));
  }

  @Test
  void forgetsEverything() {
    IntStream.range(0, 50)
        .forEach(i -> now(results().put(new CacheKey("g", "" + i), Samples.answer(i, ""))));
    Soon.holds("50 entries", () -> now(results().size()).orElse(-1) == 50);

    assertThat(now(otherResults().clear())).isEqualTo(Write.DONE);

    gone(results(), new CacheKey("g", "7"));
    assertThat(now(results().size())).hasValue(0);
  }

  @Test
  void forgetsWhenTheTimeIsOver() {
    now(results().put(A, Samples.answer(1, "a"), Duration.ofMillis(200)));
    now(results().put(B, Samples.answer(1, "b"), LIFE));
    now(otherResults().get(A));

    Soon.holds("over here", () -> now(results().get(A)) instanceof Lookup.Miss);
    Soon.holds("over there", () -> now(otherResults().get(A)) instanceof Lookup.Miss);
  }

  @Test
  void refusesALifeThatIsOver() {
    assertThatThrownBy(() -> now(results().put(A, Samples.answer(1, "a"), Duration.ZERO)))
        .hasMessageContaining("give it a time");
  }

  @Test
  void tellsOfChanges() {
    Queue<Change> here = new ConcurrentLinkedQueue<>();
    Queue<Change> there = new ConcurrentLinkedQueue<>();
    try (Subscription _ = results().listen(here::add);
        Subscription _ = otherResults().listen(there::add)) {
      now(results().put(A, Samples.answer(1, "a")));
      now(otherResults().put(A, Samples.answer(2, "a")));
      now(results().remove(A));

      for (Queue<Change> told : List.of(here, there)) {
        Soon.holds("three changes are told: " + told, () -> told.size() == 3);
        assertThat(told)
            .containsExactly(new Change.Written(A), new Change.Written(A), new Change.Removed(A));
      }
    }
  }

  @Test
  void tellsNothingToWhoHasGone() {
    Queue<Change> gone = new ConcurrentLinkedQueue<>();
    Queue<Change> stays = new ConcurrentLinkedQueue<>();
    results().listen(gone::add).close();
    try (Subscription _ = results().listen(stays::add)) {
      now(results().put(A, Samples.answer(1, "a")));

      Soon.holds("who stays is told", () -> !stays.isEmpty());
      assertThat(gone).isEmpty();
    }
  }

  /** What routers keep near may be old for a moment. */
  protected static <V extends Record> void seen(Cache<V> cache, CacheKey key, V value) {
    Soon.holds(value + " is seen", () -> has(cache, key, value));
  }

  private static <V extends Record> boolean has(Cache<V> cache, CacheKey key, V value) {
    return now(cache.get(key)).value().filter(value::equals).isPresent();
  }

  protected static void gone(Cache<?> cache, CacheKey key) {
    Soon.holds(key + " is gone", () -> now(cache.get(key)) instanceof Lookup.Miss);
  }

  private long version(CacheKey key) {
    return ((Lookup.Hit<CachedAnswer>) now(results().get(key))).version();
  }

  protected static <T> T now(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}
