package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.journal.Journal.Begin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every journal keeps every string as it is, and finds it again. */
public abstract class NaughtyStringsContract {

  private static final Optional<String> ANY = Optional.empty();

  /** A journal that knows nothing. */
  protected abstract Journal journal();

  @Test
  void keepsEveryStringAsItIsAndFindsItAgain() {
    Journal journal = journal();
    List<String> strings = NaughtyStrings.all();
    List<NewRun> runs =
        strings.stream()
            .map(text -> Event.of(text, text, text, Data.NONE).with(Map.of("subject", text)))
            .map(event -> ToldRun.of("r" + strings.indexOf(event.id()), anything(), event))
            .map(run -> NewRun.of(run.events()))
            .toList();

    assertThat(journal.begin(runs).await().indefinitely()).containsOnly(new Begin.Begun());

    for (NewRun run : runs) {
      Optional<String> text = Optional.of(run.event().id());
      assertThat(JournalContract.read(journal, run.id())).isEqualTo(run.events());
      for (var by :
          List.of(
              new RunQuery.Attributes(text, ANY, ANY, ANY),
              new RunQuery.Attributes(ANY, text, ANY, ANY),
              new RunQuery.Attributes(ANY, ANY, text, ANY),
              new RunQuery.Attributes(ANY, ANY, ANY, text))) {
        assertThat(find(journal, query(by, ANY)))
            .singleElement()
            .satisfies(brief -> assertThat(brief.event()).isEqualTo(run.event()));
      }
    }
  }

  @Test
  void findsNothingByNamesThatNoRunHas() {
    Journal journal = journal();
    JournalContract.begin(journal, ToldRun.of(anything(), JournalContract.event("e")));

    for (String text : NaughtyStrings.all()) {
      assertThat(JournalContract.read(journal, text)).isEmpty();
      assertThat(find(journal, query(RunQuery.Attributes.ANY, Optional.of(text)))).isEmpty();
    }
  }

  private static String anything() {
    return """
        name: first
        description: runs
        runtime: jvm
        handler: some.Code#run
        triggers: [ { filters: [] } ]
        """;
  }

  private static List<RunBrief> find(Journal journal, RunQuery query) {
    return journal.find(query).await().indefinitely().runs();
  }

  /** By the name of a function, a parent and a root, too, if there is one. */
  private static RunQuery query(RunQuery.Attributes by, Optional<String> name) {
    return new RunQuery(
        by,
        Optional.empty(),
        name,
        name,
        name,
        Optional.empty(),
        Optional.empty(),
        10,
        name.map(it -> new RunQuery.Cursor(ToldRun.BEGIN.plusSeconds(1), it)),
        Instant.MIN);
  }
}
