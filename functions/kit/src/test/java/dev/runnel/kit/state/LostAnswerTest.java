package dev.runnel.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the router's state where answers go missing, against a server that loses them. */
@SuppressWarnings("NullAway.Init") // set before each test
class LostAnswerTest {

  private static final Body BODY = new Body("text/plain", new byte[] {1});
  private final Vertx vertx = Vertx.vertx();
  private final Queue<Consumer<HttpServerRequest>> script = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile String written = "";
  private RemoteStore store;

  @BeforeEach
  void listen() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    store = RemoteStore.at("http://localhost:" + server.actualPort(), "c.AAAA", vertx);
  }

  @AfterEach
  void stop() {
    store.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private synchronized void answer(HttpServerRequest request) {
    asked.add(request.method() + " " + request.uri());
    if (request.method().name().equals("PUT")) {
      written = request.getHeader("Content-Type");
    }
    script.remove().accept(request);
  }

  private synchronized void plan(List<Consumer<HttpServerRequest>> answers) {
    script.addAll(answers);
  }

  private static Consumer<HttpServerRequest> says(int status, String... headers) {
    return request -> {
      request.response().setStatusCode(status);
      for (int i = 0; i < headers.length; i += 2) {
        request.response().putHeader(headers[i], headers[i + 1]);
      }
      var _ = request.response().end();
    };
  }

  private static void lost(HttpServerRequest request) {
    var _ = request.connection().close();
  }

  /** What stands there is what was written last. */
  private void shown(HttpServerRequest request) {
    says(200, "ETag", "\"8\"", "Content-Type", written).accept(request);
  }

  @Test
  void knowsAFirstTryAgainThatWasDone() {
    plan(List.of(LostAnswerTest::lost, says(412, "ETag", "\"8\""), this::shown));

    Change change = store.write("a", BODY, new Expected.Version(7), Optional.empty());

    assertThat(change).isEqualTo(new Change.Made(8, true));
    assertThat(asked)
        .containsExactly("PUT /state/c/a", "PUT /state/c/a", "GET /state/c/a?consistent=true");
  }

  @Test
  void doesNotTakeWhatAnotherHasWrittenAlikeForItsOwn() {
    plan(
        List.of(
            LostAnswerTest::lost,
            says(412, "ETag", "\"8\""),
            says(200, "ETag", "\"8\"", "Content-Type", "text/plain; write=another")));

    assertThatExceptionOfType(StateUncertain.class)
        .isThrownBy(() -> store.write("a", BODY, new Expected.Version(7), Optional.empty()));
  }

  @Test
  void writesAgainWhatWasNotDone() {
    plan(List.of(LostAnswerTest::lost, says(503), says(201, "ETag", "\"8\"")));

    assertThat(store.write("a", BODY, Expected.NOTHING, Optional.empty()))
        .isEqualTo(new Change.Made(8, false));
  }

  @Test
  void givesUpAfterAFewTries() {
    plan(
        List.of(
            LostAnswerTest::lost,
            LostAnswerTest::lost,
            LostAnswerTest::lost,
            LostAnswerTest::lost,
            LostAnswerTest::lost,
            LostAnswerTest::lost));

    assertThatExceptionOfType(StateUncertain.class)
        .isThrownBy(() -> store.write("a", BODY, Expected.ANYTHING, Optional.empty()));
    assertThatExceptionOfType(StateUnavailable.class).isThrownBy(() -> store.read("a"));
    assertThat(asked).hasSize(6);
  }

  @Test
  void doesNotKnowWhoRemovedWhatIsGone() {
    plan(List.of(LostAnswerTest::lost, says(412)));

    assertThatExceptionOfType(StateUncertain.class)
        .isThrownBy(() -> store.remove("a", new Expected.Version(7)));
  }

  @Test
  void doesNotAskAgainWhereItIsRefused() {
    plan(List.of(says(403)));

    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> store.read("a"))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(403));
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "https://hush",
        "http://hush/path",
        "http://me:hush@host",
        "unix:hush",
        "http://["
      })
  void refusesAnAddressThatIsNone(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteStore.at(address, "c.AAAA", vertx))
        .withMessageContaining("RUNNEL_STATE_URL")
        .withMessageNotContaining("hush");
  }

  @Test
  void refusesATokenThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteStore.at("http://localhost:1", "", vertx))
        .withMessageContaining("RUNNEL_STATE_TOKEN");
  }
}
