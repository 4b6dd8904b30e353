package dev.runnel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Change;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Counter;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.MemoryStateStore;
import dev.runnel.cache.Soon;
import dev.runnel.cache.Standing;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Heartbeat;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateStoreTest {

  private static final CacheKey KEY = CacheKey.of("a");
  private static final Heartbeat BEAT = new Heartbeat(1, Instant.EPOCH);

  private final LateStore late = new LateStore("here", InstantSource.system());
  private final Cache<Heartbeat> cache = late.cache(Concerns.HEARTBEATS);
  private final MemoryStateStore memory = new MemoryStateStore("here", InstantSource.system());

  @Test
  void hasNoAnswersUntilAnotherHasCome() {
    assertThat(late.standing()).isEqualTo(new Standing.Joining());
    assertThat(now(cache.get(KEY))).isInstanceOf(Lookup.Unavailable.class);
    assertThat(now(cache.put(KEY, BEAT))).isEqualTo(Write.UNAVAILABLE);
    assertThat(now(cache.clear())).isEqualTo(Write.UNAVAILABLE);
    assertThat(now(cache.size())).isEmpty();
    assertThat(now(late.counters().add(Counter.exact("n"), 1))).isEmpty();
    assertThat(late.members().view().members()).containsExactly("here");
    assertThat(late.members().owner(KEY)).isEmpty();
  }

  @Test
  void answersAsTheOneThatHasCome() {
    late.arrive(memory);

    assertThat(late.standing()).isEqualTo(memory.standing());
    assertThat(now(cache.put(KEY, BEAT))).isEqualTo(Write.DONE);
    assertThat(now(memory.cache(Concerns.HEARTBEATS).get(KEY)).value()).contains(BEAT);
    assertThat(now(late.counters().add(Counter.exact("n"), 1))).hasValue(1);
    assertThat(late.members().owner(KEY)).contains("here");
  }

  @Test
  void tellsThoseWhoListenedBeforeThatTheyMissedSomething() {
    List<Change> told = Collections.synchronizedList(new ArrayList<>());
    cache.listen(told::add);

    late.arrive(memory);
    now(cache.put(KEY, BEAT));

    Soon.holds("both are told", () -> told.size() == 2);
    assertThat(told).containsExactly(new Change.Missed(), new Change.Written(KEY));
  }

  @Test
  void tellsEachChangeOnceHoweverManyListen() {
    late.arrive(memory);
    List<Change> told = Collections.synchronizedList(new ArrayList<>());
    cache.listen(told::add);
    cache.listen(change -> {}).close();
    now(cache.put(KEY, BEAT));
    now(cache.remove(KEY));

    Soon.holds("both are told", () -> told.size() >= 2);
    assertThat(told).containsExactly(new Change.Written(KEY), new Change.Removed(KEY));
  }

  @Test
  void letsGoOfOneThatComesAfterTheEnd() {
    late.close();
    late.arrive(memory);

    assertThat(now(cache.get(KEY))).isInstanceOf(Lookup.Unavailable.class);
  }

  private static <T> T now(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
