package dev.runnel.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheContract;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Counter;
import dev.runnel.cache.CountersContract;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Members;
import dev.runnel.cache.MembersContract;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Heartbeat;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two routers at one Infinispan server: what all keep. */
class RemoteStoreTest {

  @TempDir static Path folder;

  private static TestServer server;
  private static RemoteStore here;
  private static RemoteStore there;

  @BeforeAll
  static void start() {
    server = TestServer.start(folder);
    here = server.connect("router-0");
    there = server.connect("router-1");
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
    server.close();
  }

  @Test
  void sharesNothingWithAClusterOfAnotherName() {
    CacheKey key = CacheKey.of("alone");
    Counter counter = Counter.exact("alone");
    try (RemoteStore stranger = server.connectTo("other", "router-0")) {
      assertThat(
              here.cache(Concerns.HEARTBEATS)
                  .put(key, new Heartbeat(1, Instant.EPOCH))
                  .await()
                  .indefinitely())
          .isEqualTo(Write.DONE);
      assertThat(here.counters().add(counter, 1).await().indefinitely()).hasValue(1);

      assertThat(stranger.cache(Concerns.HEARTBEATS).get(key).await().indefinitely())
          .isEqualTo(new Lookup.Miss<>());
      assertThat(stranger.counters().get(counter).await().indefinitely()).hasValue(0);
    }
  }

  @Nested
  class Caches extends CacheContract {

    @Override
    protected StateStore store() {
      return here;
    }

    @Override
    protected StateStore other() {
      return there;
    }
  }

  @Nested
  class Counting extends CountersContract {

    @Override
    protected StateStore store() {
      return here;
    }

    @Override
    protected StateStore other() {
      return there;
    }
  }

  @Nested
  class Routers extends MembersContract {

    @Override
    protected Members members() {
      return here.members();
    }

    @Override
    protected Members other() {
      return there.members();
    }
  }
}
