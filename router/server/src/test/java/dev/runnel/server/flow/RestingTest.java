package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.Command;
import dev.runnel.journal.Membership;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.server.flow.Resting.Rest;
import dev.runnel.server.journal.Life;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestingTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");
  private static final Title TITLE =
      Title.inherited(new Life(new Membership("a", 1), new MemoryJournal(1, 1)), 2);

  private final Resting resting = new Resting(4);

  @Test
  void givesOutThoseThatAreDueTheFirstOnesFirst() {
    add("late", 30);
    add("second", 20);
    add("first", 10);

    assertThat(due(9, 10)).isEmpty();
    assertThat(due(20, 1)).containsExactly("first");
    assertThat(due(20, 10)).containsExactly("second");
    assertThat(resting.next()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void knowsEachRunOnceByItsLastWord() {
    add("one", 10);
    add("one", 40);

    assertThat(due(10, 10)).isEmpty();
    assertThat(due(40, 10)).containsExactly("one");
    assertThat(resting.has("one")).isFalse();
  }

  @Test
  void letsGoOfARunBeforeItIsDue() {
    add("one", 10);

    assertThat(resting.remove("one")).map(Rest::title).contains(TITLE);
    assertThat(resting.remove("one")).isEmpty();
    assertThat(due(10, 10)).isEmpty();
    assertThat(resting.next()).isEqualTo(Instant.MAX);
  }

  @Test
  void leavesOutTheLastOfMoreThanFitAndKnowsWhenToLookForThem() {
    add("first", 10);
    add("second", 20);
    add("last", 60);
    add("third", 30);
    add("fourth", 40);

    assertThat(resting.has("last")).isFalse();
    assertThat(resting.lacks(NOW)).isFalse();
    assertThat(resting.lacks(NOW.plusSeconds(60))).isTrue();
    assertThat(due(20, 10)).containsExactly("first", "second");
    assertThat(resting.lacks(NOW.plusSeconds(20))).as("there is room for it").isTrue();
    resting.replenished();
    assertThat(resting.lacks(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void aRunThatHasMoreToDoThanToWaitDoesNotRest() {
    var retry = new Command.ArmTimer("step", NOW.plusSeconds(20));
    var deadline = new Command.ArmTimer(null, NOW.plusSeconds(60));
    var call = new Command.Invoke("other", "function", 1);

    assertThat(Resting.due(List.of(deadline, retry))).isEqualTo(Optional.of(retry.due()));
    assertThat(Resting.due(List.of(deadline, call))).isEmpty();
    assertThat(Resting.due(List.of())).isEmpty();
    assertThat(Resting.isFar(NOW.plus(Resting.SHORTEST), NOW)).isTrue();
    assertThat(Resting.isFar(NOW.plusSeconds(1), NOW)).isFalse();
  }

  private void add(String run, int seconds) {
    resting.add(new Rest(run, NOW.plusSeconds(seconds), TITLE));
  }

  private List<String> due(int seconds, int limit) {
    return resting.due(NOW.plusSeconds(seconds), limit).stream().map(Rest::run).toList();
  }
}
