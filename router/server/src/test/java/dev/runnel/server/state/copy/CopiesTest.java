package dev.runnel.server.state.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.server.ScriptedCache;
import dev.runnel.server.ScriptedStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes late, gets lost or comes twice, told in the order in which it would do harm. */
class CopiesTest {

  private static final CacheKey KEY = new CacheKey("orders", "a");
  private static final Duration NO_TIME = Duration.ZERO;
  private static final Duration ALMOST = Copies.LIFE.minusSeconds(1);

  private final StandingClock clock = new StandingClock();
  private final ScriptedCache<KeyedState> cache =
      new ScriptedStore("here", clock).cache(Concerns.STATE);
  private final Copies copies = new Copies(cache, clock);

  @Test
  void usesWhatTheJournalHadForAShortTime() {
    now(copies.fill(KEY, entry(1), NO_TIME));

    assertThat(found()).contains(entry(1));
    clock.pass(Copies.LIFE);
    assertThat(found()).isEmpty();
  }

  @Test
  void isNotFilledByASlowReaderWithWhatAWriterHasReplaced() {
    now(copies.written(KEY, 2, draft(2), NO_TIME));
    now(copies.fill(KEY, entry(1), ALMOST));

    assertThat(found()).contains(entry(2));
  }

  /** The cache has forgotten the newer version meanwhile: then only the time helps. */
  @Test
  void usesWhatASlowReaderBringsForWhatIsLeftOfItsTime() {
    now(copies.fill(KEY, entry(1), ALMOST));

    assertThat(found()).contains(entry(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(found()).isEmpty();
  }

  @Test
  void takesNothingFromAReaderThatWasTooSlow() {
    assertThat(now(copies.fill(KEY, entry(1), Copies.LIFE))).isEqualTo(Write.REFUSED);
    assertThat(found()).isEmpty();
  }

  @Test
  void isRefreshed() {
    now(copies.fill(KEY, entry(1), NO_TIME));
    clock.pass(ALMOST);
    now(copies.fill(KEY, entry(1), NO_TIME));
    clock.pass(ALMOST);

    assertThat(found()).contains(entry(1));
  }

  @Test
  void isNotFilledWithWhatWasRemoved() {
    now(copies.fill(KEY, entry(1), NO_TIME));
    now(copies.removed(KEY, 1));
    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(1), ALMOST));
    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(2), NO_TIME));

    assertThat(found()).contains(entry(2));
  }

  @Test
  void isNotUsedWhenTheValueHasExpired() {
    Entry expiring = new Entry(1, content(1), Optional.of(clock.instant().plusSeconds(3)));
    now(copies.fill(KEY, expiring, NO_TIME));

    assertThat(found()).contains(expiring);
    clock.pass(Duration.ofSeconds(3));
    assertThat(found()).isEmpty();
    assertThat(now(copies.fill(KEY, expiring, NO_TIME))).isEqualTo(Write.REFUSED);
  }

  @Test
  void leavesItToTheJournalWhenAWrittenValueExpires() {
    now(copies.fill(KEY, entry(1), NO_TIME));
    now(copies.written(KEY, 2, draft(2).lasting(Duration.ofDays(1)), NO_TIME));

    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(1), NO_TIME));
    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(2), NO_TIME));
    assertThat(found()).contains(entry(2));
  }

  /** As a near copy of another router's, which begins to count when it comes. */
  @Test
  void isNotUsedForLongerBecauseACacheKeepsIt() {
    KeyedState kept =
        new KeyedState(
            Kind.COPY,
            1,
            "",
            Bytes.of(new byte[0]),
            clock.instant().plusSeconds(1),
            Optional.empty());
    now(cache.put(KEY, kept));
    assertThat(found()).isPresent();

    clock.pass(Duration.ofSeconds(1));
    assertThat(cache.get(KEY).await().indefinitely().value()).isPresent();
    assertThat(found()).isEmpty();
  }

  @Test
  void givesWayWhereTheJournalHasSomethingElse() {
    now(copies.fill(KEY, entry(1), NO_TIME));
    now(copies.corrected(KEY, OptionalLong.of(2)));
    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(1), NO_TIME));
    assertThat(found()).isEmpty();
    now(copies.fill(KEY, entry(2), NO_TIME));
    assertThat(found()).contains(entry(2));
    now(copies.corrected(KEY, OptionalLong.empty()));
    assertThat(found()).isEmpty();
  }

  @Test
  void keepsWhatNoJournalHasUntilTheJournalIsWritten() {
    now(copies.keep(KEY, draft(9)));
    now(copies.fill(KEY, entry(1), NO_TIME));
    now(copies.corrected(KEY, OptionalLong.of(1)));
    now(copies.corrected(KEY, OptionalLong.empty()));

    assertThat(found().orElseThrow().version()).isZero();
    assertThat(found().orElseThrow().content()).isEqualTo(content(9));
    now(copies.written(KEY, 2, draft(2), NO_TIME));
    assertThat(found()).contains(entry(2));
  }

  @Test
  void forgetsWhatNoJournalHasWhenTheKeyIsRemoved() {
    now(copies.keep(KEY, draft(9)));
    now(copies.removed(KEY, 1));

    assertThat(found()).isEmpty();
  }

  @Test
  void keepsWhatNoJournalHasForAnHourAtMost() {
    now(copies.keep(KEY, draft(9).lasting(Duration.ofDays(1))));
    Instant end = clock.instant().plus(Concerns.STATE.life());

    assertThat(found().orElseThrow().expires()).contains(end);
    clock.pass(Concerns.STATE.life());
    assertThat(found()).isEmpty();
    now(copies.keep(KEY, draft(9).lasting(Duration.ofSeconds(1))));
    clock.pass(Duration.ofSeconds(1));
    assertThat(found()).isEmpty();
  }

  @Test
  void hasNothingWhileTheCacheIsSilent() {
    now(copies.fill(KEY, entry(1), NO_TIME));
    cache.isSilent(true);

    assertThat(found()).isEmpty();
    assertThat(now(copies.written(KEY, 2, draft(2), NO_TIME))).isEqualTo(Write.UNAVAILABLE);
    assertThat(now(copies.removed(KEY, 2))).isEqualTo(Write.UNAVAILABLE);
    assertThat(now(copies.remove(KEY, Kind.COPY))).isFalse();
  }

  /** The journal wrote 1, 2, 3 … and removed some; everybody tells the cache in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void endsWithTheLatestInWhateverOrderItIsTold(long seed) {
    var random = new Random(seed);
    int latest = 1 + random.nextInt(20);
    boolean isRemoved = random.nextBoolean();
    var told = new ArrayList<Supplier<Uni<Write>>>();
    for (int version = 1; version <= latest; version++) {
      told.addAll(tellings(version, random.nextBoolean() && version < latest));
    }
    if (isRemoved) {
      told.add(() -> copies.removed(KEY, latest));
    }
    Collections.shuffle(told, random);

    told.forEach(each -> now(each.get()));

    assertThat(found()).isEqualTo(isRemoved ? Optional.empty() : Optional.of(entry(latest)));
  }

  private List<Supplier<Uni<Write>>> tellings(int version, boolean removed) {
    Supplier<Uni<Write>> fill = () -> copies.fill(KEY, entry(version), NO_TIME);
    Supplier<Uni<Write>> write = () -> copies.written(KEY, version, draft(version), NO_TIME);
    Supplier<Uni<Write>> removal = () -> copies.removed(KEY, version);
    return removed ? List.of(fill, write, fill, removal) : List.of(fill, write, fill);
  }

  private Optional<Entry> found() {
    return now(copies.find(KEY));
  }

  private static Entry entry(long version) {
    return new Entry(version, content(version), Optional.empty());
  }

  private static Draft draft(long version) {
    return Draft.of(content(version));
  }

  private static Data content(long version) {
    return Data.json("{\"version\":%d}".formatted(version));
  }

  private static <T> T now(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
