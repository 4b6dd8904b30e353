package dev.runnel.devmode;

import dev.runnel.kit.backend.Backend;
import dev.runnel.kit.backend.RouterBackend;
import dev.runnel.kit.coordination.CoordinationContract;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The kit's clients and the router's paths. */
@QuarkusTest
@TestProfile(StateRouter.class)
@SuppressWarnings("NullAway.Init") // set before each test
class RemoteCoordinationTest extends CoordinationContract {

  @TestHTTPResource URI root = URI.create("/");

  private Vertx vertx;
  private RouterBackend router;

  @BeforeEach
  void connect() {
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    router = RouterBackend.at("http://" + root.getAuthority(), StateRouter.TOKEN, vertx);
  }

  @Override
  protected Backend backend() {
    return router.backend();
  }

  @AfterEach
  void stop() {
    router.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
