package dev.runnel.postgres;

import dev.runnel.journal.Journal;
import dev.runnel.journal.NaughtyStringsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** The journal in PostgreSQL keeps every string. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresNaughtyStringsTest extends NaughtyStringsContract {

  @Inject Tables tables;

  @Override
  protected Journal journal() {
    return tables.journal();
  }
}
