package dev.runnel.infinispan.remote;

import dev.runnel.cache.CacheContract;
import dev.runnel.cache.CountersContract;
import dev.runnel.cache.Members;
import dev.runnel.cache.MembersContract;
import dev.runnel.cache.StateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
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
