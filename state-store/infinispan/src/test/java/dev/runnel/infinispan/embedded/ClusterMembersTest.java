package dev.runnel.infinispan.embedded;

import dev.runnel.cache.Members;
import dev.runnel.cache.MembersContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Three routers that form a cluster: what all keep. */
class ClusterMembersTest extends MembersContract {

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
  protected Members members() {
    return cluster.router(0).members();
  }

  @Override
  protected Members other() {
    return cluster.router(2).members();
  }
}
