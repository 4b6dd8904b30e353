package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.DeadLettersContract;
import dev.runnel.journal.Journal;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.ToldRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The journal in PostgreSQL finds dead letters as every journal does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresDeadLettersTest extends DeadLettersContract {

  @Inject Tables tables;

  @Override
  protected Journal journal() {
    return tables.journal();
  }

  @Test
  void losesNoneThatIsWrittenWhileTheyAreMadeAnew() {
    Journal journal = tables.journal();
    List<Uni<Void>> writes =
        IntStream.range(0, 300).mapToObj(i -> failed(journal, "r" + i)).toList();
    List<Uni<Void>> all = new ArrayList<>(writes);
    IntStream.range(0, 10)
        .forEach(i -> all.add(i * 30, journal.rebuildDeadLetters().replaceWithVoid()));

    Uni.join().all(all).andFailFast().await().indefinitely();

    assertThat(
            tables.sql("select count(distinct run) from dead_letter").iterator().next().getLong(0))
        .isEqualTo(300);
  }

  @Test
  void namesWhatItCannotReadAndTellsOfTheOthers() {
    Journal journal = tables.journal();
    List.of("r1", "r2", "r3").forEach(id -> failed(journal, id).await().indefinitely());
    damageRecords("r2");

    DeadLetterPage letters = journal.findDeadLetters(ALL).await().indefinitely();
    RunPage runs = journal.find(EVERY_RUN).await().indefinitely();

    assertThat(letters.letters()).extracting(DeadLetterBrief::run).containsExactly("r3", "r1");
    assertThat(letters.unreadable()).containsExactly("r2");
    assertThat(runs.runs()).extracting(RunBrief::id).containsExactly("r3", "r1");
    assertThat(runs.unreadable()).containsExactly("r2");
  }

  @Test
  void endsAPageThatIsFullOfWhatItCannotRead() {
    Journal journal = tables.journal();
    IntStream.range(10, 30).forEach(i -> failed(journal, "r" + i).await().indefinitely());
    tables.sql("update run set body = 'from a release to come' where id < 'r29'");
    var found = new ArrayList<String>();
    var unreadable = new HashSet<String>();

    Optional<DeadLetterQuery.Cursor> next = Optional.empty();
    do {
      DeadLetterPage page = journal.findDeadLetters(page(5, next)).await().indefinitely();
      assertThat(page.unreadable()).hasSizeLessThanOrEqualTo(10);
      page.letters().forEach(brief -> found.add(brief.run()));
      unreadable.addAll(page.unreadable());
      next = page.next();
    } while (next.isPresent());

    assertThat(found).containsExactly("r29");
    assertThat(unreadable).hasSize(19);
  }

  private static DeadLetterQuery page(int limit, Optional<DeadLetterQuery.Cursor> after) {
    return new DeadLetterQuery(
        ALL.function(), ALL.type(), ALL.code(), ALL.since(), ALL.until(), limit, after);
  }

  @Test
  void keepsWhatItHasOfARunThatItCannotReadWhenTheOthersAreMadeAnew() {
    Journal journal = tables.journal();
    List.of("r1", "r2", "r3").forEach(id -> failed(journal, id).await().indefinitely());
    damageRecords("r2");
    tables.sql("delete from dead_letter where run = 'r3'");

    assertThat(journal.rebuildDeadLetters().await().indefinitely()).containsExactly("r2");

    assertThat(tables.sql("select run from dead_letter order by run"))
        .extracting(row -> row.getString(0))
        .containsExactly("r1", "r2", "r3");
  }

  private void damageRecords(String run) {
    tables.sql("update run_record set body = substr(body, 1, 20) where run = '%s'".formatted(run));
  }

  private static Uni<Void> failed(Journal journal, String id) {
    ToldRun run = failing(id);
    int begun = run.events().size();
    List<RunEvent> all = run.started("first").failed("first", 400).events();
    return journal
        .begin(List.of(NewRun.of(all.subList(0, begun))))
        .chain(begins -> journal.append(id, begun, all.subList(begun, all.size()), List.of()))
        .replaceWithVoid();
  }

  @Override
  protected void breakWhatItFindsThemBy() {
    tables.sql(
        """
        delete from dead_letter where run = 'r1';
        update dead_letter set function = 'x', code_digest = 1;
        insert into dead_letter values ('default', 'r2', 4, 'second', 'second', 1, 1, now()),
          ('default', 'r9', 4, 'second', 'second', 1, 1, now())
        """);
  }
}
