package dev.runnel.postgres;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedStateContract;
import dev.runnel.journal.keyed.KeyedWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Values in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresKeyedStateTest extends KeyedStateContract {

  @Inject Tables tables;

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return tables.world(limits);
  }
}
