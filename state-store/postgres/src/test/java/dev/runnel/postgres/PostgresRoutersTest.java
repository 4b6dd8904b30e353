package dev.runnel.postgres;

import dev.runnel.journal.Routers;
import dev.runnel.journal.RoutersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Routers by PostgreSQL's rows and clock. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresRoutersTest extends RoutersContract {

  @Inject Tables tables;

  @Override
  protected Routers routers() {
    tables.empty();
    return tables.routers();
  }

  /** The database's clock cannot be moved; the leases are. */
  @Override
  protected void waitOutTheLease() {
    tables.sql("update router set expires_at = now()");
  }
}
