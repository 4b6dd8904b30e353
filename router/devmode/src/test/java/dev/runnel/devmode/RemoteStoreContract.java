package dev.runnel.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runnel.kit.backend.RouterBackend;
import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.StateContract;
import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateStore;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kit's client and the router's paths. */
abstract class RemoteStoreContract extends StateContract {

  /** The JDK's transport, as native executables have it. */
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));

  @Override
  protected StateStore store() {
    return RouterBackend.at(address(), StateRouter.TOKEN, vertx).backend().state();
  }

  /** Where the router is. */
  abstract String address();

  /** What another class of tests has left. */
  @BeforeEach
  void removeAll() {
    StateStore store = store();
    store.list("", "", StateStore.LARGEST_PAGE).forEach(key -> remove(store, key.key()));
  }

  private static void remove(StateStore store, String key) {
    var _ = store.remove(key, Expected.ANYTHING);
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void saysThatATokenIsNotRight() {
    StateStore store = RouterBackend.at(address(), "state-sample.AAAA", vertx).backend().state();

    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> store.remove("a", Expected.ANYTHING))
        .withMessageContaining("unauthenticated")
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(401));
  }
}
