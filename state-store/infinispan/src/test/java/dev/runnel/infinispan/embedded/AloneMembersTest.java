package dev.runnel.infinispan.embedded;

import dev.runnel.cache.Members;
import dev.runnel.cache.MembersContract;
import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One router alone: what all keep. */
class AloneMembersTest extends MembersContract {

  private static EmbeddedStore store;

  @BeforeAll
  static void start() {
    store =
        EmbeddedStore.start(
            Settings.of("alone", new Deployment.Alone()).within(TestCluster.PATIENT));
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Override
  protected Members members() {
    return store.members();
  }
}
