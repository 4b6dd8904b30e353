package dev.runnel.postgres;

import dev.runnel.journal.LinesContract;
import dev.runnel.journal.Routers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Order in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresLinesTest extends LinesContract {

  @Inject Tables tables;

  @Override
  protected Routers routers() {
    tables.empty();
    return tables.routers();
  }
}
