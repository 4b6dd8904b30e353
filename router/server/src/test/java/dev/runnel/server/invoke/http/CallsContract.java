package dev.runnel.server.invoke.http;

import static dev.runnel.server.invoke.http.HttpCaller.EVENT;
import static dev.runnel.server.invoke.http.HttpCaller.failure;
import static dev.runnel.server.invoke.http.HttpCaller.function;
import static dev.runnel.server.invoke.http.HttpCaller.success;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.address.Wire;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls over HTTP promise, whatever they travel on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallsContract {

  private final Wire wire;
  private final HttpCallers callers = new HttpCallers();

  @SuppressWarnings("NullAway.Init") // by start, before any test
  private FunctionProcess process;

  CallsContract(Wire wire) {
    this.wire = wire;
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    process = FunctionProcess.start(folder);
  }

  @AfterAll
  void end() {
    callers.close();
    process.close();
  }

  @Test
  void sendTheWholeEvent() {
    Event event =
        EVENT
            .with(
                Map.of(
                    "subject", "Käse, \"quoted\" 100%",
                    "time", "2026-02-28T09:30:00.123456789+05:30",
                    "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    "tracestate", "rojo=1"))
            .with(new Data("application/octet-stream", new byte[] {0, -1, 13, 10}));

    JsonObject mirror = mirror(event);

    assertThat(mirror.getString("method")).isEqualTo("POST");
    assertThat(mirror.getString("uri")).isEqualTo("/mirror?a=b");
    assertThat(mirror.getString("version")).isEqualTo(wire == Wire.H2C ? "HTTP_2" : "HTTP_1_1");
    assertThat(Base64.getDecoder().decode(mirror.getString("body")))
        .isEqualTo(event.data().bytes());
    JsonObject headers = mirror.getJsonObject("headers");
    assertThat(headers.getMap())
        .containsEntry("content-type", "application/octet-stream")
        .containsEntry("ce-subject", "K%C3%A4se,%20%22quoted%22%20100%25")
        .containsEntry("traceparent", event.attributes().get("traceparent"))
        .containsEntry("tracestate", "rojo=1");
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("subject")) {
                assertThat(headers.getMap()).containsEntry("ce-" + name, value);
              }
            });
  }

  @Test
  void sendNoDataAsNoBody() {
    JsonObject mirror = mirror(EVENT.with(Data.NONE));

    assertThat(mirror.getString("body")).isEmpty();
    assertThat(mirror.getJsonObject("headers").getMap()).doesNotContainKey("content-type");
  }

  @Test
  void sendAsMuchAsAFunctionMayGet() {
    byte[] most = new byte[8 << 20];
    Event event = EVENT.with(new Data("application/octet-stream", most));

    assertThat(mirrored(event, "/echo", "produces: [ echoed ]").problem().code())
        .isEqualTo("malformed-reply"); // it was sent, and came back as more than is taken
  }

  @Test
  void stampWhatTheFunctionProduces() {
    Outcome outcome = success(call("/echo", "produces: [ echoed ]")).outcome();

    assertThat(outcome.value()).isEqualTo(EVENT.data());
    Event output = outcome.outputs().getFirst();
    assertThat(output.source()).isEqualTo("/functions/one");
    assertThat(output.id()).isEqualTo("run-1.one.1");
    assertThat(output.type()).isEqualTo("echoed");
  }

  @Test
  void refuseATypeThatTheManifestDoesNotName() {
    assertThat(failure(call("/echo", "produces: [ other ]")).problem().code())
        .isEqualTo("malformed-reply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/answer?status=204", "/answer", "/answer?status=202"})
  void takeNothingAsNull(String path) {
    assertThat(success(call(path, "produces: [ echoed ]")).outcome())
        .isEqualTo(Outcome.of(Data.json("null")));
  }

  @Test
  void takeAStructuredEvent() {
    String body =
        """
        {"specversion":"1.0","id":"1","source":"/x","type":"dev.runnel.outcome","data":{"b":2}}\
        """;

    CallResult result =
        call("/answer?h=Content-Type:application/cloudevents%2Bjson&body=" + encoded(body), "");

    assertThat(success(result).outcome().value().text()).isEqualTo("{\"b\":2}");
  }

  @Test
  void takeABatch() {
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"t\",\"data\":%d}";
    String body = "[" + event.formatted(1) + "," + event.formatted(2) + "]";

    Outcome outcome =
        success(
                call(
                    "/answer?h=Content-Type:application/cloudevents-batch%2Bjson&body="
                        + encoded(body),
                    "produces: [ t ]"))
            .outcome();

    assertThat(outcome.value().text()).isEqualTo("[1,2]");
    assertThat(outcome.outputs())
        .extracting(Event::id)
        .containsExactly("run-1.one.1", "run-1.one.2");
  }

  @Test
  void takeAPlainBodyAsTheValue() {
    String path = "/answer?h=Content-Type:application/json&body=" + encoded("{\"b\":2}");

    Outcome alone = success(call(path, "")).outcome();
    Outcome produced = success(call(path, "produces: [ made ]")).outcome();

    assertThat(alone).isEqualTo(Outcome.of(Data.json("{\"b\":2}")));
    assertThat(produced.value()).isEqualTo(alone.value());
    assertThat(produced.outputs()).extracting(Event::type).containsExactly("made");
    assertThat(failure(call(path, "produces: [ made, done ]")).problem().code())
        .isEqualTo("malformed-reply");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/answer?h=ce-type:t",
        "/answer?h=Content-Type:application/cloudevents%2Bjson&body=nonsense",
        "/answer?h=Content-Type:application/cloudevents%2Bxml&body=x",
        "/answer?h=Content-Type:application/cloudevents-batch%2Bjson&body=%5B1%5D",
        "/answer?status=301&h=Location:http://127.0.0.1:1/elsewhere",
        "/answer?status=307&h=Location:http://169.254.169.254/latest",
        "/answer?h=Content-Encoding:gzip&body=x",
        "/endless"
      })
  void refuseAReplyThatIsWorthNothing(String path) {
    Failure failure = failure(call(path, "produces: [ t ]"));

    assertThat(failure.problem().code()).isEqualTo("malformed-reply");
    assertThat(failure.problem().status()).isEqualTo(502);
    assertThat(failure.certainty()).isEqualTo(Certainty.UNKNOWN);
  }

  /** Over HTTP/2 the server is told what is taken, and may break off by itself. */
  @Test
  void refuseAFloodOfHeaders() {
    Failure failure = failure(call("/flood", ""));

    assertThat(failure.problem().code())
        .isEqualTo(wire == Wire.H2C ? "unreachable" : "malformed-reply");
    assertThat(failure.certainty()).isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void readNoMoreThanIsTaken() {
    long before = process.seen().getLong("written");
    int givenUp = process.seen().getInteger("givenUp");

    failure(call("/endless", ""));

    JsonObject seen = process.awaitSeen(now -> now.getInteger("givenUp") > givenUp);
    // What the kernel and both sides buffer is written, too.
    assertThat(seen.getLong("written") - before).isLessThan(64L * Limits.DEFAULT.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "400, REPORTED",
    "404, REPORTED",
    "409, REPORTED",
    "422, REPORTED",
    "429, REPORTED",
    "500, UNKNOWN",
    "502, UNKNOWN",
    "503, UNKNOWN"
  })
  void keepTheStatusOfAFailure(int status, Certainty certainty) {
    Failure failure = failure(call("/answer?status=" + status, ""));

    assertThat(failure.problem().status()).isEqualTo(status);
    assertThat(failure.problem().code()).isEqualTo("function-failed");
    assertThat(failure.certainty()).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({"429, NOT_RUN", "503, NOT_RUN", "500, UNKNOWN", "400, REPORTED"})
  void believeThatAFunctionHasNotRun(int status, Certainty certainty) {
    Failure failure =
        failure(call("/answer?status=" + status + "&h=runnel-not-run:true&h=Retry-After:7", ""));

    assertThat(failure.certainty()).isEqualTo(certainty);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void showTheFunctionsOwnProblem() {
    String document =
        "{\"title\":\"Sold out\",\"detail\":\"no more\",\"code\":\"out-of-stock\",\"status\":200}";

    Failure failure =
        failure(
            call(
                "/answer?status=500&h=Content-Type:application/problem%2Bjson&body="
                    + encoded(document),
                ""));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                new Problem(500, "out-of-stock", "Sold out", "no more", null), Certainty.REPORTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/half", "/break"})
  void sayThatAFunctionMayHaveRunWhenItsConnectionBreaks(String path) {
    Failure failure = failure(call(path, ""));

    assertThat(failure.problem().code()).isEqualTo("unreachable");
    assertThat(failure.certainty()).isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void giveUpWhatTakesTooLong() {
    int givenUp = process.seen().getInteger("givenUp");

    Failure hung = failure(call("/hang", "timeout: 100ms"));
    Failure dripped = failure(call("/drip", "timeout: 300ms"));

    assertThat(hung.problem().code()).isEqualTo("timeout");
    assertThat(hung.certainty()).isEqualTo(Certainty.UNKNOWN);
    assertThat(dripped.problem().code()).isEqualTo("timeout");
    process.awaitSeen(seen -> seen.getInteger("givenUp") >= givenUp + 2);
  }

  @Test
  void takeACallBackThatNobodyWantsAnyMore() {
    HttpCaller caller = callers.at(url("/hang"));
    JsonObject before = process.seen();
    UniAssertSubscriber<CallResult> call = caller.begin(function("one", ""));
    process.awaitSeen(seen -> seen.getInteger("hanging") > before.getInteger("hanging"));
    assertThat(process.seen().getInteger("givenUp")).isEqualTo(before.getInteger("givenUp"));

    call.cancel();

    process.awaitSeen(seen -> seen.getInteger("givenUp") > before.getInteger("givenUp"));
  }

  @Test
  void keepConnectionsOpen() {
    HttpCaller caller = callers.at(url("/well"));
    success(caller.call());
    JsonObject before = process.seen();

    IntStream.range(0, 50).forEach(_ -> success(caller.call()));

    JsonObject after = process.seen();
    assertThat(after.getInteger("calls") - before.getInteger("calls")).isEqualTo(50);
    // An answer may be there a moment before its connection is free again.
    assertThat(after.getInteger("connections") - before.getInteger("connections"))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void appendTheNameToTheUrlOfAProcess() {
    String bare = url("");

    CallResult result =
        callers.call(bare.endsWith("|") ? bare.substring(0, bare.length() - 1) : bare, "");

    assertThat(success(result).outcome().value().text()).isEqualTo("\"/one\"");
  }

  @Test
  void doNotLetOneFunctionHarmAnother() {
    var over =
        HttpCallers.over(url("/hang"))
            .with("runnel.placements.two.urls", url("/well"))
            .with("runnel.calls.connections", "4")
            .with("runnel.calls.waiting", "4");
    var caller = callers.with(over);
    List<UniAssertSubscriber<CallResult>> hanging =
        IntStream.range(0, 32).mapToObj(_ -> caller.begin(function("one", ""))).toList();

    IntStream.range(0, 20).forEach(_ -> success(caller.call(function("two", ""), EVENT)));

    hanging.forEach(UniAssertSubscriber::cancel);
  }

  /** Over HTTP/2 they would share a connection. */
  @Test
  void refuseWhatNoConnectionIsLeftFor() throws InterruptedException {
    assumeThat(wire).isNotEqualTo(Wire.H2C);
    HttpCaller caller =
        callers.with(
            HttpCallers.over(url("/hang"))
                .with("runnel.calls.connections", "1")
                .with("runnel.calls.waiting", "1"));
    // Which of them find a place is not said; that most of them do not, is.
    var answers = new LinkedBlockingQueue<CallResult>();
    var one = function("one", "");
    List<Cancellable> calls =
        IntStream.range(0, 8).mapToObj(_ -> caller.begin(one, answers::add)).toList();

    for (int i = 0; i < 6; i++) {
      assertThat(answers.poll(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              CallResult.Refused.class, refused -> assertThat(refused.open()).isFalse());
    }
    calls.forEach(Cancellable::cancel);
  }

  private JsonObject mirror(Event event) {
    CallResult result = callers.at(url("/mirror?a=b")).call(function("one", ""), event);
    return new JsonObject(success(result).outcome().value().text());
  }

  private Failure mirrored(Event event, String path, String more) {
    return failure(callers.at(url(path)).call(function("one", more), event));
  }

  private CallResult call(String path, String more) {
    return callers.call(url(path), more);
  }

  private String url(String path) {
    return process.url(wire, path);
  }

  /** Commas separate URLs in the configuration. */
  private static String encoded(String body) {
    return URLEncoder.encode(body, UTF_8);
  }
}
