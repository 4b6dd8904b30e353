package dev.runnel.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Heartbeat;
import dev.runnel.infinispan.embedded.Ports;
import dev.runnel.infinispan.settings.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Infinispan server that proves who it is. */
class RemoteTlsTest {

  private static final String IDENTITY =
      """
      <server-identities>
        <ssl>
          <keystore path="server.p12" password="changeit" alias="server"/>
        </ssl>
      </server-identities>
      """;

  @TempDir static Path folder;

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(folder.resolve("conf"));
    keytool(
        "-genkeypair -alias server -keyalg EC -dname CN=server -ext san=dns:localhost,dns:ispn");
    keytool("-exportcert -rfc -alias server -file " + certificate());
    server = TestServer.start(folder, Ports.free(1).getFirst(), IDENTITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isBelievedByWhoTrustsItsCertificate() {
    try (RemoteStore store = connect(new Tls(Optional.of(certificate()), Optional.empty()))) {
      assertThat(
              store
                  .cache(Concerns.HEARTBEATS)
                  .put(CacheKey.of("a"), new Heartbeat(1, Instant.EPOCH))
                  .await()
                  .indefinitely())
          .isEqualTo(Write.DONE);
    }
  }

  @Test
  void isBelievedByTheNameThatIsExpected() {
    connect(new Tls(Optional.of(certificate()), Optional.of("ispn"))).close();
  }

  @Test
  void isNotBelievedByAnotherName() {
    assertThatThrownBy(() -> connect(new Tls(Optional.of(certificate()), Optional.of("other"))))
        .isInstanceOf(RemoteUnavailableException.class)
        .hasMessageContaining("other");
  }

  @Test
  void isNotBelievedByWhoDoesNotTrustItsCertificate() {
    assertThatThrownBy(() -> connect(new Tls(Optional.empty(), Optional.empty())))
        .isInstanceOf(RemoteUnavailableException.class)
        .hasMessageContaining("certification path");
  }

  private static RemoteStore connect(Tls tls) {
    return server.connect("router-0", "router", "its-secret", Optional.of(tls));
  }

  private static Path certificate() {
    return folder.resolve("server.pem");
  }

  private static void keytool(String arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()),
                Stream.of(
                    (arguments + " -storepass changeit -keystore " + folder + "/conf/server.p12")
                        .split(" ", -1)))
            .toList();
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
