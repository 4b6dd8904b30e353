package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalContract;
import dev.runnel.journal.ToldRun;
import dev.runnel.journal.UnreadableRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journal in PostgreSQL keeps what every journal keeps. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresJournalTest extends JournalContract {

  @Inject Tables tables;

  @Override
  protected Journal journal() {
    return tables.journal();
  }

  @Test
  void saysThatARunCannotBeReadAndReadsTheOthers() {
    Journal journal = journal();
    ToldRun sound = run("r1", event("e1"));
    begin(journal, sound);
    begin(journal, run("r2", event("e2")));
    tables.sql("update run set body = 'from a release to come' where id = 'r2'");

    assertThatThrownBy(() -> journal.read(List.of("r1", "r2")).await().indefinitely())
        .isInstanceOf(UnreadableRecord.class);
    assertThatThrownBy(() -> journal.read("r2").await().indefinitely())
        .isInstanceOf(UnreadableRecord.class);
    assertThat(journal.read("r1").await().indefinitely()).isEqualTo(sound.events());
  }
}
