package dev.runnel.infinispan.remote;

import dev.runnel.cache.Members;
import dev.runnel.cache.MembersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two routers at one Infinispan server: what all keep. */
class RemoteMembersTest extends MembersContract {

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
  protected Members members() {
    return here.members();
  }

  @Override
  protected Members other() {
    return there.members();
  }
}
