package dev.runnel.infinispan.embedded;

import dev.runnel.cache.CountersContract;
import dev.runnel.cache.StateStore;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Three routers that form a cluster: what all keep. */
class ClusterCountersTest extends CountersContract {

  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(3, Optional.empty()).startAll(3);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected StateStore store() {
    return cluster.router(0);
  }

  @Override
  protected StateStore other() {
    return cluster.router(2);
  }
}
