package dev.runnel.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.RemoteStore;
import dev.runnel.kit.state.StateContract;
import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit's client and the router's paths, over TCP. */
@QuarkusTest
@TestProfile(StateRouter.class)
class RemoteStoreTest extends StateContract {

  @TestHTTPResource URI root = URI.create("/");

  /** The JDK's transport, as native executables have it. */
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));

  @Override
  protected StateStore store() {
    return RemoteStore.at(address(), StateRouter.TOKEN, vertx);
  }

  String address() {
    return root.getScheme() + "://" + root.getAuthority();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void saysThatATokenIsNotRight() {
    StateStore store = RemoteStore.at(address(), "state-sample.AAAA", vertx);

    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> store.remove("a", Expected.ANYTHING))
        .withMessageContaining("unauthenticated")
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(401));
  }
}
