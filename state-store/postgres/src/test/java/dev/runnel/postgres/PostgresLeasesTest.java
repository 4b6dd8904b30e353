package dev.runnel.postgres;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedWorld;
import dev.runnel.journal.keyed.LeasesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Leases in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresLeasesTest extends LeasesContract {

  @Inject Tables tables;

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return tables.world(limits);
  }
}
