package dev.runnel.postgres;

import dev.runnel.journal.keyed.CountersContract;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Counters in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresCountersTest extends CountersContract {

  @Inject Tables tables;

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return tables.world(limits);
  }
}
