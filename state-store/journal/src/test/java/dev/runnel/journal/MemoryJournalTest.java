package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The journal in memory: what every journal keeps, within its bounds. */
class MemoryJournalTest extends JournalContract {

  private static final long NO_LIMIT = Long.MAX_VALUE;

  @Override
  protected Journal journal() {
    return new MemoryJournal(1_000, NO_LIMIT);
  }

  @Test
  void forgetsTheOldestOfTooManyRunsThatAreOver() {
    Journal journal = new MemoryJournal(2, NO_LIMIT);

    Stream.of("r1", "r2", "r3").forEach(id -> begin(journal, over(id, event(id))));

    assertThat(known(journal, "r1", "r2", "r3")).containsExactly("r2", "r3");
  }

  @Test
  void forgetsInTheOrderInWhichRunsEnded() {
    Journal journal = new MemoryJournal(1, NO_LIMIT);
    ToldRun late = run("late", event("late"));
    begin(journal, late);
    begin(journal, over("early", event("early")));
    int written = late.events().size();
    ToldRun ended = late.started("first").succeeded("first", "1");

    append(journal, "late", written, ended.events().subList(written, ended.events().size()));

    assertThat(known(journal, "early", "late")).containsExactly("late");
  }

  @Test
  void neverForgetsWhatIsGoingOn() {
    Journal journal = new MemoryJournal(1, 1);
    IntStream.range(0, 100).forEach(i -> begin(journal, run("r" + i, event("e" + i))));

    begin(journal, over("over", event("over")));

    assertThat(IntStream.range(0, 100).mapToObj(i -> read(journal, "r" + i)))
        .allMatch(events -> events.size() == 1);
  }

  @Test
  void forgetsTheEventWithItsRun() {
    Journal journal = new MemoryJournal(1, NO_LIMIT);
    begin(journal, over("r1", event("e1")));
    begin(journal, over("r2", event("e2")));

    assertThat(begin(journal, run("r3", event("e1")))).isEqualTo(new Journal.Begin.Begun());
  }

  @Test
  void weighsOutcomes() {
    Journal journal = new MemoryJournal(1_000, 10_000);
    String large = "\"" + "x".repeat(6_000) + "\"";
    ToldRun first = run("r1", event("e1")).started("first").succeeded("first", large);
    ToldRun second = run("r2", event("e2")).started("first").succeeded("first", large);

    begin(journal, first);
    begin(journal, second);

    assertThat(known(journal, "r1", "r2")).containsExactly("r2");
  }

  @Test
  void weighsAttributes() {
    Journal journal = new MemoryJournal(1_000, 10_000);
    Map<String, String> large = Map.of("subject", "x".repeat(6_000));

    begin(journal, over("r1", event("e1").with(large)));
    begin(journal, over("r2", event("e2").with(large)));

    assertThat(known(journal, "r1", "r2")).containsExactly("r2");
  }

  @Test
  void keepsTheLastRunHoweverLarge() {
    Journal journal = new MemoryJournal(1_000, 1);

    begin(journal, over("r1", event("e1")));

    assertThat(known(journal, "r1")).containsExactly("r1");
  }

  private static ToldRun over(String id, Event event) {
    return run(id, event).started("first").succeeded("first", "1");
  }

  private static List<String> known(Journal journal, String... ids) {
    return Stream.of(ids).filter(id -> !read(journal, id).isEmpty()).toList();
  }
}
