package dev.runnel.server.state.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.cache.Concerns;
import dev.runnel.cache.Standing;
import dev.runnel.contract.Data;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState.Conflict;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.server.ScriptedKeyedState;
import dev.runnel.server.ScriptedStore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two routers that share a cache, on one journal. */
class CopiedStateTest {

  private static final Key KEY = new Key("orders", "a");
  private static final Data ONE = Data.json("1");
  private static final Data TWO = Data.json("2");

  private final StandingClock clock = new StandingClock();
  private final ScriptedStore store = new ScriptedStore("here", clock);
  private final ScriptedKeyedState journal = new ScriptedKeyedState(clock);
  private final CopiedState here = router();
  private final CopiedState there = router();

  @BeforeEach
  void share() {
    store.stands(new Standing.Joined());
  }

  @Test
  void readsWhatWasWrittenWithoutTheJournal() {
    Written written = (Written) now(here.write(KEY, Draft.of(ONE)));
    journal.breaks(true);

    assertThat(now(there.read(KEY))).contains(new Entry(written.version(), ONE, Optional.empty()));
    assertThatThrownBy(() -> now(there.readConsistently(KEY)))
        .isInstanceOf(JournalUnavailable.class);
  }

  @Test
  void readsTheJournalWhereNothingIsShared() {
    store.stands(new Standing.Alone());
    now(here.write(KEY, Draft.of(ONE)));
    now(here.read(KEY));
    journal.breaks(true);

    assertThatThrownBy(() -> now(here.read(KEY))).isInstanceOf(JournalUnavailable.class);
    assertThat(here.owner(KEY)).isEmpty();
  }

  @Test
  void readsTheJournalWhileTheCacheIsSilent() {
    store.isSilent(true);
    now(here.write(KEY, Draft.of(ONE)));

    assertThat(content(here)).contains(ONE);
    assertThat(now(here.remove(KEY, Condition.ALWAYS, Optional.empty())))
        .isInstanceOf(Removed.class);
    assertThat(content(here)).isEmpty();
  }

  @Test
  void readsWhatHasBeenWrittenWithoutTheCacheWhenTheCopyIsOver() {
    now(here.write(KEY, Draft.of(ONE)));
    store.isSilent(true);
    now(here.write(KEY, Draft.of(TWO)));
    store.isSilent(false);

    assertThat(content(there)).contains(ONE);
    clock.pass(Copies.LIFE);
    assertThat(content(there)).contains(TWO);
  }

  @Test
  void readsWhatAConsistentReaderHasFound() {
    now(here.write(KEY, Draft.of(ONE)));
    store.isSilent(true);
    now(here.write(KEY, Draft.of(TWO)));
    store.isSilent(false);
    now(here.readConsistently(KEY));

    assertThat(content(there)).contains(TWO);
  }

  @Test
  void doesNotMisleadThoseWhoseConditionDidNotHold() {
    now(here.write(KEY, Draft.of(ONE)));
    store.isSilent(true);
    now(here.write(KEY, Draft.of(TWO)));
    store.isSilent(false);

    assertThat(now(there.write(KEY, Draft.of(ONE).when(Condition.ABSENT))))
        .isInstanceOf(Conflict.class);
    assertThat(content(there)).contains(TWO);
  }

  @Test
  void tellsWhatStandsThereWhereNoAnswerCame() {
    now(here.write(KEY, Draft.of(ONE)));
    journal.breaks(true);
    assertThatThrownBy(() -> now(here.write(KEY, Draft.of(TWO))))
        .isInstanceOf(JournalUnavailable.class);
    journal.breaks(false);
    now(journal.write(KEY, Draft.of(TWO)));

    assertThat(content(here)).contains(TWO);
  }

  @Test
  void hasNothingWhereSomebodyHasRemovedIt() {
    now(here.write(KEY, Draft.of(ONE)));
    now(there.remove(KEY, Condition.ALWAYS, Optional.empty()));
    journal.breaks(true);

    assertThatThrownBy(() -> now(here.read(KEY))).isInstanceOf(JournalUnavailable.class);
  }

  @Test
  void keepsInTheCacheAloneWhatIsForNow() {
    now(here.write(KEY, Draft.of(ONE)));
    assertThat(now(here.writeForNow(KEY, Draft.of(TWO)))).isEqualTo(new Written(0, false));

    assertThat(content(there)).contains(TWO);
    assertThat(now(there.readConsistently(KEY)).orElseThrow().content()).isEqualTo(ONE);
    assertThat(content(there)).contains(TWO);
    now(there.write(KEY, Draft.of(ONE)));
    assertThat(content(here)).contains(ONE);
  }

  @Test
  void removesWhatIsForNow() {
    now(here.writeForNow(KEY, Draft.of(ONE)));

    assertThat(now(there.remove(KEY, Condition.ALWAYS, Optional.empty())))
        .isEqualTo(new Removed(OptionalLong.of(0)));
    assertThat(now(there.remove(KEY, Condition.ALWAYS, Optional.empty())))
        .isEqualTo(new Removed(OptionalLong.empty()));
  }

  @Test
  void writesToTheJournalWhatNoCacheTakes() {
    store.isSilent(true);
    assertThat(now(here.writeForNow(KEY, Draft.of(ONE)))).isNotEqualTo(new Written(0, false));
    store.isSilent(false);
    store.stands(new Standing.Joining());
    now(here.writeForNow(KEY, Draft.of(TWO)));

    assertThat(now(journal.read(KEY)).orElseThrow().content()).isEqualTo(TWO);
  }

  @Test
  void saysWhoOwnsAKey() {
    assertThat(here.owner(KEY)).contains("here");
  }

  private CopiedState router() {
    return new CopiedState(
        journal, store, new Copies(store.cache(Concerns.STATE), clock), clock::nanos);
  }

  private Optional<Data> content(CopiedState router) {
    return now(router.read(KEY)).map(Entry::content);
  }

  private static <T> T now(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
