package dev.runnel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Soon;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Heartbeat;
import dev.runnel.journal.RouterName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routers of a real cluster, as an application starts them. */
class JoiningTest {

  private static final CacheKey KEY = CacheKey.of("a");
  private static final Heartbeat BEAT = new Heartbeat(1, Instant.EPOCH);

  /** What was started, and what ends it. */
  private record Router(StoreProducer producer, StateStore store) {

    static Router start(String name, Map<String, String> settings) {
      var producer = new StoreProducer();
      return new Router(producer, producer.store(Configured.as(settings), new RouterName(name)));
    }

    void awaitJoined() {
      Soon.holds("it has joined", () -> store.standing() instanceof Standing.Joined);
    }

    int members() {
      return store.members().view().members().size();
    }

    void end() {
      producer.close(store);
    }
  }

  private final List<Router> routers = new ArrayList<>();

  @AfterEach
  void endAll() {
    routers.reversed().forEach(Router::end);
  }

  @Test
  void keepsNothingButMemoryWhereNobodyIsNamed() {
    Router alone = start("alone", Map.of());

    assertThat(alone.store().standing()).isEqualTo(new Standing.Alone());
    assertThat(alone.store().members().view().members()).containsExactly("alone");
  }

  @Test
  void sharesWithThoseThatAreNamedAndLeavesThem() throws IOException {
    int one = freePort();
    int other = freePort();
    Router first = start("first", settings(one, one, other));
    first.awaitJoined();
    Router second = start("second", settings(other, one, other));
    second.awaitJoined();
    Soon.holds("both see both", () -> first.members() == 2 && second.members() == 2);
    Cache<Heartbeat> written = first.store().cache(Concerns.HEARTBEATS);
    Cache<Heartbeat> read = second.store().cache(Concerns.HEARTBEATS);

    Soon.holds(
        "what one writes the other reads",
        () ->
            written.put(KEY, BEAT).await().indefinitely() == Write.DONE
                && read.get(KEY).await().indefinitely().value().isPresent());
    assertThat(second.store().members().view().coordinator()).isEqualTo("first");
    routers.remove(second);
    second.end();
    Soon.holds("the other has left", () -> first.members() == 1);
  }

  @Test
  void saysThatThePortIsTakenAndJoinsWhenItIsFree() throws IOException {
    Router router;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      router = start("late", settings(port, port));
      Soon.holds("it fails", () -> router.store().standing() instanceof Standing.Failed);
      assertThat(((Standing.Failed) router.store().standing()).reason())
          .contains("127.0.0.1:" + port, "runnel.cluster.port");
    }

    router.awaitJoined();
  }

  @Test
  void saysThatANetworkNeedsAKey() {
    Router router = start("open", Map.of("members", "127.0.0.1:7800", "address", "0.0.0.0"));

    Soon.holds("it fails", () -> router.store().standing() instanceof Standing.Failed);
    assertThat(((Standing.Failed) router.store().standing()).reason()).contains("without a key");
  }

  @Test
  void saysThatNoInfinispanIsWhereOneIsNamed() throws IOException {
    String server = "127.0.0.1:" + freePort();
    Router router = start("remote", Map.of("remote.servers", server));

    Soon.holds("it fails", () -> router.store().standing() instanceof Standing.Failed);
    assertThat(((Standing.Failed) router.store().standing()).reason())
        .contains(server, "Connection refused", "runnel.cluster.remote");
  }

  private Router start(String name, Map<String, String> settings) {
    Router router = Router.start(name, settings);
    routers.add(router);
    return router;
  }

  /** Patient calls: the machine may be busy. */
  private static Map<String, String> settings(int port, int... members) {
    var places = new ArrayList<String>();
    for (int member : members) {
      places.add("127.0.0.1:" + member);
    }
    return Map.of(
        "members", String.join(",", places), "port", String.valueOf(port), "timeout", "PT20S");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }
}
