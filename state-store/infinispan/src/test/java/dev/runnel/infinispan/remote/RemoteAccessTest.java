package dev.runnel.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Heartbeat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use an Infinispan server, and for what. */
class RemoteAccessTest {

  private static final Heartbeat BEAT = new Heartbeat(1, Instant.EPOCH);

  @TempDir static Path folder;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesAWrongPassword() {
    assertThatThrownBy(() -> server.connect("router-0", "router", "wrong"))
        .isInstanceOf(RemoteUnavailableException.class)
        .hasMessageContainingAll(
            ":" + server.address().getPort(), "Invalid credentials", "as whom");
  }

  @Test
  void saysToWhoMayMakeNoCachesWhichToMake() {
    RemoteUnavailableException refused =
        catchThrowableOfType(
            RemoteUnavailableException.class, () -> server.connect("router-0", "guest", "another"));

    assertThat(refused).hasMessageContainingAll("lacks 6 caches", "lacks 'CREATE' permission");
    List<String> shapes =
        String.valueOf(refused.getMessage()).lines().filter(line -> line.startsWith("<")).toList();
    server.make(shapes);
    try (RemoteStore guest = server.connect("router-0", "guest", "another")) {
      assertThat(put(guest)).isEqualTo(Write.DONE);
    }
  }

  private static Write put(RemoteStore store) {
    return store.cache(Concerns.HEARTBEATS).put(CacheKey.of("a"), BEAT).await().indefinitely();
  }
}
