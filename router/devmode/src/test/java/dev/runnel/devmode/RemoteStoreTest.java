package dev.runnel.devmode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;

/** Over TCP. */
@QuarkusTest
@TestProfile(StateRouter.class)
class RemoteStoreTest extends RemoteStoreContract {

  @TestHTTPResource URI root = URI.create("/");

  @Override
  String address() {
    return "http://" + root.getAuthority();
  }
}
