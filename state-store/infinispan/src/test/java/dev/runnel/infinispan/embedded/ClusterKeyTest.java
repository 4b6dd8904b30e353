package dev.runnel.infinispan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Samples;
import dev.runnel.cache.Soon;
import dev.runnel.infinispan.settings.ClusterKey;
import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Discovery;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who knows the key is let in, and nobody else; whatever else is sent is dropped. */
class ClusterKeyTest {

  private static final Optional<ClusterKey> KEY =
      Optional.of(new ClusterKey("a key that all members know"));
  private static final Optional<ClusterKey> OTHER =
      Optional.of(new ClusterKey("a key that no member knows"));
  private static final CacheKey A = CacheKey.of("a");

  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(3, KEY).startAll(2);
    cluster
        .router(0)
        .cache(Concerns.RESULTS)
        .put(A, Samples.answer(1, "secret"))
        .await()
        .indefinitely();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void sharesBetweenThoseWhoKnowTheKey() {
    assertThat(lookup(cluster.router(1))).isInstanceOf(Lookup.Hit.class);
  }

  @Test
  void refusesWhoHasAnotherKey() {
    refuses(OTHER);
  }

  @Test
  void refusesWhoHasNoKey() {
    refuses(Optional.empty());
  }

  @Test
  void dropsGarbage() throws IOException {
    byte[] garbage = new byte[64 << 10];
    new Random(7).nextBytes(garbage);
    for (int i = 0; i < 5; i++) {
      send(garbage);
    }

    staysWhole();
  }

  @Test
  void dropsSerializedObjects() throws IOException {
    try (Socket socket = connected();
        var objects = new ObjectOutputStream(socket.getOutputStream())) {
      objects.writeObject(List.of("gadget"));
      objects.flush();
    } catch (SocketException closedAlready) {
      assertThat(closedAlready).isNotNull();
    }

    staysWhole();
  }

  @Test
  void listensToANetworkOnlyWithAKey() {
    var everywhere = new InetSocketAddress("0.0.0.0", 7800);
    var nobody = new Discovery.Listed(List.of());

    assertThatThrownBy(() -> new Cluster("c", everywhere, nobody, Optional.empty()))
        .hasMessageContaining("without a key");
    assertThat(new Cluster("c", everywhere, nobody, KEY).key()).isPresent();
  }

  private static void refuses(Optional<ClusterKey> key) {
    try (EmbeddedStore rogue = EmbeddedStore.start(cluster.settings(2, key))) {
      assertThat(rogue.members().view().members()).containsExactly("router-2");
      assertThat(lookup(rogue)).isEqualTo(new Lookup.Miss<>());
      staysWhole();
    }
  }

  private static void staysWhole() {
    Soon.holds(
        "the others are two, and answer",
        () ->
            TestCluster.members(cluster.router(0)) == 2
                && TestCluster.members(cluster.router(1)) == 2
                && lookup(cluster.router(1)) instanceof Lookup.Hit);
  }

  private static Lookup<?> lookup(EmbeddedStore router) {
    return router.cache(Concerns.RESULTS).get(A).await().indefinitely();
  }

  private static void send(byte[] bytes) throws IOException {
    try (Socket socket = connected()) {
      socket.getOutputStream().write(bytes);
    } catch (SocketException closedAlready) {
      assertThat(closedAlready).isNotNull();
    }
  }

  private static Socket connected() throws IOException {
    return new Socket(cluster.place(0).getAddress(), cluster.place(0).getPort());
  }
}
