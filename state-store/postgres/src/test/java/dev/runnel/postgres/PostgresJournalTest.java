package dev.runnel.postgres;

import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** The journal in PostgreSQL keeps what every journal keeps. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresJournalTest extends JournalContract {

  @Inject Tables tables;

  @Override
  protected Journal journal() {
    return tables.journal();
  }
}
