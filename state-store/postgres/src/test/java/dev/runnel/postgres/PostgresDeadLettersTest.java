package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLettersContract;
import dev.runnel.journal.Journal;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.ToldRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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
    IntStream.range(0, 10).forEach(i -> all.add(i * 30, journal.rebuildDeadLetters()));

    Uni.join().all(all).andFailFast().await().indefinitely();

    assertThat(
            tables.sql("select count(distinct run) from dead_letter").iterator().next().getLong(0))
        .isEqualTo(300);
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
