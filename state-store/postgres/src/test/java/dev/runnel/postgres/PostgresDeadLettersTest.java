package dev.runnel.postgres;

import dev.runnel.journal.DeadLettersContract;
import dev.runnel.journal.Journal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** The journal in PostgreSQL finds dead letters as every journal does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresDeadLettersTest extends DeadLettersContract {

  @Inject Tables tables;

  @Override
  protected Journal journal() {
    return tables.journal();
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
