package dev.runnel.postgres;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedWorld;
import dev.runnel.journal.keyed.NaughtyKeysContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Names in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresNaughtyKeysTest extends NaughtyKeysContract {

  @Inject Tables tables;

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return tables.world(limits);
  }
}
