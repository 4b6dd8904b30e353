package dev.runnel.devmode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;

/** Over a Unix socket. */
@QuarkusTest
@TestProfile(StateRouter.class)
class SocketStoreTest extends RemoteStoreContract {

  /** As configured: the profile's class is loaded apart from the tests. */
  @Override
  String address() {
    return "unix:"
        + ConfigProvider.getConfig().getValue("quarkus.http.domain-socket", String.class);
  }
}
