package dev.runnel.devmode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same over a Unix socket. */
@QuarkusTest
@TestProfile(StateRouter.class)
class SocketStoreTest extends RemoteStoreTest {

  @Override
  String address() {
    return "unix:" + StateRouter.SOCKET;
  }
}
