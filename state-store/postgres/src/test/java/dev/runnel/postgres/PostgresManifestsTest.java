package dev.runnel.postgres;

import dev.runnel.journal.Manifests;
import dev.runnel.journal.ManifestsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Manifests in PostgreSQL: what all keep. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresManifestsTest extends ManifestsContract {

  @Inject Tables tables;

  @Override
  protected Manifests manifests() {
    tables.empty();
    return tables.manifests();
  }
}
