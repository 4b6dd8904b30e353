package dev.runnel.kit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runnel.kit.coordination.CounterStore;
import dev.runnel.kit.coordination.LeaseStore;
import dev.runnel.kit.state.Body;
import dev.runnel.kit.state.Change;
import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.StateFenced;
import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.StateUncertain;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
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
  private RouterBackend router;
  private StateStore store;

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
    router = RouterBackend.at("http://localhost:" + server.actualPort(), "c.AAAA", vertx);
    store = router.backend().state();
  }

  @AfterEach
  void stop() {
    router.close();
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

  private static void changed(HttpServerRequest request) {
    var _ = request.response().setStatusCode(412).end("{\"code\": \"changed-meanwhile\"}");
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
    plan(List.of(LostAnswerTest::lost, LostAnswerTest::changed, this::shown));

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
            LostAnswerTest::changed,
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
    plan(List.of(LostAnswerTest::lost, LostAnswerTest::changed));

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

  private static Consumer<HttpServerRequest> shows(String document) {
    return request -> {
      var _ = request.response().end(document);
    };
  }

  @Test
  void takesALeaseBySayingTheSameAgain() {
    plan(List.of(LostAnswerTest::lost, shows("{\"holder\": \"me\", \"token\": 7}")));
    LeaseStore leases = router.backend().leases();

    assertThat(leases.acquire("a", "me", Duration.ofSeconds(5))).contains(7L);
    assertThat(asked)
        .containsExactly(
            "PUT /leases/c/a?holder=me&ttl=PT5S", "PUT /leases/c/a?holder=me&ttl=PT5S");
  }

  @Test
  void addsByTheSameOperationAgain() {
    plan(List.of(says(503), shows("{\"value\": -3}")));
    CounterStore counters = router.backend().counters();

    assertThat(counters.add("a b", -3, "e/1")).isEqualTo(-3);
    assertThat(asked).hasSize(2).containsOnly("POST /counters/c/a%20b?add=-3&operation=e%2F1");
  }

  @Test
  void isNotTakenInByAnotherServer() {
    plan(List.of(shows("<html>"), shows("{\"token\": \"x\"}"), says(404), says(412)));
    Duration ttl = Duration.ofSeconds(5);

    assertThatExceptionOfType(StateUnavailable.class)
        .isThrownBy(() -> router.backend().counters().read("a"));
    assertThatExceptionOfType(StateUnavailable.class)
        .isThrownBy(() -> router.backend().leases().acquire("a", "me", ttl));
    assertThatExceptionOfType(StateRefused.class).isThrownBy(() -> store.read("a"));
    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> store.remove("a", Expected.ANYTHING));
  }

  @Test
  void tellsOfALeaseThatIsLost() {
    plan(
        List.of(
            request -> {
              var _ = request.response().setStatusCode(412).end("{\"code\": \"fenced\"}");
            }));

    assertThatExceptionOfType(StateFenced.class)
        .isThrownBy(
            () ->
                store
                    .fencedBy(new Fence("lead", 3))
                    .write("a", BODY, Expected.ANYTHING, Optional.empty()))
        .withMessageContaining("lead")
        .withMessageContaining("3");
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
        .isThrownBy(() -> RouterBackend.at(address, "c.AAAA", vertx))
        .withMessageContaining("RUNNEL_STATE_URL")
        .withMessageNotContaining("hush");
  }

  @Test
  void refusesATokenThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RouterBackend.at("http://localhost:1", "", vertx))
        .withMessageContaining("RUNNEL_STATE_TOKEN");
  }
}
