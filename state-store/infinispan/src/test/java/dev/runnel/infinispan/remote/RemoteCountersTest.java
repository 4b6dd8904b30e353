package dev.runnel.infinispan.remote;

import dev.runnel.cache.CountersContract;
import dev.runnel.cache.StateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two routers at one Infinispan server: what all keep. */
class RemoteCountersTest extends CountersContract {

  @TempDir static Path folder;

  private static TestServer server;
  private static RemoteStore here;
  private static RemoteStore there;

  @BeforeAll
  static void start() {
    server = new TestServer(folder);
    here = server.connect("router-0");
    there = server.connect("router-1");
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
    server.close();
  }

  @Override
  protected StateStore store() {
    return here;
  }

  @Override
  protected StateStore other() {
    return there;
  }
}
