package dev.runnel.kit;

import static dev.runnel.kit.sample.BrokenFunctions.INTERRUPTED;
import static dev.runnel.kit.sample.BrokenFunctions.WAITING;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus
class FunctionRouteTest {
  @TestHTTPResource URI root;

  private static Event event(Data data) {
    return SampleCalls.event(data);
  }

  private FunctionCaller caller() {
    return new FunctionCaller(root);
  }

  @Test
  void answersInBinaryMode() {
    var response = caller().post("/answers-event", event(Data.json(SampleCalls.ADA)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("ce-mood")).contains("friendly%20100%25");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(FunctionCaller.text(response)).isEqualTo("{\"text\":\"Hello Ada\"}");
  }

  @Test
  void answersSeveralEventsInABatch() {
    var response = caller().post("/answers-mixed-events", event(Data.json("{}")));

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/cloudevents-batch+json");
    assertThat(response.headers().map()).doesNotContainKey("ce-id");
    assertThat(FunctionCaller.answer(response))
        .extracting(Event::type)
        .containsExactly("guest.greeted", "guest.painted", "guest.greeted");
  }

  @Test
  void answersARunWithAnOutcomeWhateverItPrefers() {
    Event event = event(Data.NONE).with(Map.of("runnelrun", "r1"));

    var response = caller().post("/answers-text", event, Map.of("Prefer", "reply"));

    assertThat(response.headers().firstValue("ce-type")).contains("dev.runnel.outcome");
  }

  @Test
  void answersNothingWithNothing() {
    var response = caller().post("/answers-nothing", event(Data.json(SampleCalls.ADA)));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().map()).doesNotContainKeys("ce-id", "content-type");
  }

  @Test
  void keepsAnOutcomeFromASenderThatPrefersAReply() {
    Event event = event(Data.NONE);

    var plain = caller().post("/answers-text", event);
    var reply = caller().post("/answers-text", event, Map.of("Prefer", "reply"));

    assertThat(plain.headers().firstValue("ce-type")).contains("dev.runnel.outcome");
    assertThat(reply.statusCode()).isEqualTo(204);
  }

  @Test
  void saysWhetherTheFunctionHasRun() {
    var refused = caller().post("/takes-record", event(Data.json("[]")));
    var failed = caller().post("/throws", event(Data.json(SampleCalls.ADA)));

    assertThat(refused.headers().firstValue("runnel-not-run")).contains("true");
    assertThat(failed.headers().firstValue("runnel-not-run")).isEmpty();
    assertThat(FunctionCaller.problem(failed).path("code").asText()).isEqualTo("function-failed");
  }

  @Test
  void namesThePathOfWhatIsWrong() {
    var response = caller().post("/takes-record", event(Data.json("{\"times\":1}")));

    assertThat(FunctionCaller.problem(response).path("path").asText()).isEqualTo("/name");
  }

  @Test
  void takesMoreWithinARun() {
    byte[] bytes = new byte[8 << 20];
    Event event = event(new Data("application/octet-stream", bytes));

    var nowhere = caller().post("/takes-wing", event);
    var within = caller().post("/counts-bytes", event.with(Map.of("runnelrun", "r1")));
    var alone = caller().post("/counts-bytes", event);

    assertThat(nowhere.statusCode()).isEqualTo(413);
    assertThat(FunctionCaller.text(within)).isEqualTo(Integer.toString(bytes.length));
    assertThat(alone.statusCode()).isEqualTo(413);
  }

  @Test
  void cutsABodyOfUnknownLengthAtTheLimit() throws IOException {
    String head =
        """
        POST /takes-bytes HTTP/1.1
        Host: localhost
        ce-id: 1
        ce-source: /t
        ce-type: t
        ce-specversion: 1.0
        Transfer-Encoding: chunked

        """;
    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(US_ASCII);
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
      for (int sent = 0; sent < 32; sent++) {
        socket.getOutputStream().write(chunk);
      }
      socket.getOutputStream().write("0\r\n\r\n".getBytes(US_ASCII));

      String response = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(response).startsWith("HTTP/1.1 413 ").contains("too-large");
    }
  }

  @Test
  void asksForABodyThatWaitsToBeAskedFor() throws IOException {
    String head =
        """
        POST /takes-text HTTP/1.1
        Host: localhost
        ce-id: 1
        ce-source: /t
        ce-type: t
        ce-specversion: 1.0
        Content-Length: 4
        Connection: close
        Expect: 100-continue

        """;
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
      byte[] invitation = socket.getInputStream().readNBytes(12);
      socket.getOutputStream().write("\"hi\"".getBytes(US_ASCII));

      assertThat(invitation).asString(US_ASCII).isEqualTo("HTTP/1.1 100");
      assertThat(socket.getInputStream().readAllBytes()).asString(UTF_8).endsWith("\"hi\"");
    }
  }

  @Test
  void interruptsAFunctionWhoseCallerHasGone() throws Exception {
    String head =
        """
        POST /waits-forever HTTP/1.1
        Host: localhost
        ce-id: 1
        ce-source: /t
        ce-type: t
        ce-specversion: 1.0
        Content-Length: 0

        """;
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
      assertThat(WAITING.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesABodyFarBeyondEveryLimitBeforeItIsSent() {
    var data = new Data("application/octet-stream", new byte[32 << 20]);

    var response = caller().post("/takes-bytes", event(data));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(FunctionCaller.problem(response).path("code").asText()).isEqualTo("too-large");
  }

  @Test
  void refusesWhatIsNoEvent() {
    var response = caller().send("POST", "/takes-text", Map.of(), "\"hi\"".getBytes(UTF_8));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(FunctionCaller.problem(response).path("code").asText()).isEqualTo("malformed-event");
  }
}
