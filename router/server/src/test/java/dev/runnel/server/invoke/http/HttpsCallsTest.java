package dev.runnel.server.invoke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that travel over TLS: real handshakes with a server whose authority is the test's. */
class HttpsCallsTest {

  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String NO_RETRY = "retry: { attempts: 1 }";

  @TempDir static Path folder;
  private static TestAuthority authority;
  private static Vertx vertx;
  private static HttpServer server;

  private final HttpCallers callers = new HttpCallers();

  @BeforeAll
  static void start() throws Exception {
    authority = TestAuthority.in(folder);
    vertx = Vertx.vertx();
    var keys =
        new PfxOptions()
            .setPath(authority.keys().toString())
            .setPassword(TestAuthority.PASSWORD)
            .setAlias("server");
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(keys))
            .requestHandler(
                request ->
                    request
                        .response()
                        .putHeader("Content-Type", "application/json")
                        .end("\"over TLS: " + request.isSSL() + "\""))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void stop() {
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @AfterEach
  void trustTheUsualAgain() {
    callers.close();
    System.clearProperty(TRUST);
    System.clearProperty(TRUST_PASSWORD);
  }

  @Test
  void callsAServerWhoseAuthorityTheJvmTrusts() throws Exception {
    trustTheAuthority();

    var answer = HttpCaller.success(callers.call(url("localhost"), NO_RETRY));

    assertThat(answer.outcome().value().text()).isEqualTo("\"over TLS: true\"");
  }

  @Test
  void refusesAServerWhoseAuthorityNobodyKnows() {
    assertNotCalled(url("localhost"));
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    trustTheAuthority();

    assertNotCalled(url("127.0.0.1"));
  }

  private static void trustTheAuthority() throws Exception {
    System.setProperty(TRUST, authority.trusted().toString());
    System.setProperty(TRUST_PASSWORD, TestAuthority.PASSWORD);
  }

  private void assertNotCalled(String url) {
    Failure failure = HttpCaller.failure(callers.call(url, NO_RETRY));

    assertThat(failure.certainty()).isEqualTo(Certainty.NOT_RUN);
    assertThat(failure.problem().is(ProblemType.UNREACHABLE)).isTrue();
    assertThat(failure.problem().detail())
        .contains("one was not called", "certificate", "trusts")
        .doesNotContain("PKIX", "127.0.0.1", String.valueOf(server.actualPort()));
  }

  private static String url(String host) {
    return "https://" + host + ":" + server.actualPort() + "/function";
  }
}
