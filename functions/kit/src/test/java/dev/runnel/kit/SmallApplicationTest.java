package dev.runnel.kit;

import static dev.runnel.kit.sample.BrokenFunctions.INTERRUPTED;
import static dev.runnel.kit.sample.BrokenFunctions.WAITING;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An application that has no room and whose sink is away. */
@QuarkusTest
@TestProfile(SampleApplication.Small.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus
class SmallApplicationTest {
  private static final Event TWICE = SampleCalls.event(Data.json("{\"name\":\"Ada\",\"times\":2}"));

  @TestHTTPResource URI root;

  @Test
  void refusesACallThatIsOneTooManyBeforeItRuns() throws Exception {
    for (int call = 0; call < 3; call++) { // each gives its place back, and no more than that
      assertThat(new FunctionCaller(root).post("/answers-events", TWICE).statusCode())
          .isEqualTo(200);
    }
    String waiting =
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
      socket.getOutputStream().write(waiting.replace("\n", "\r\n").getBytes(US_ASCII));
      assertThat(WAITING.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

      var refused = new FunctionCaller(root).post("/answers-events", TWICE);

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("runnel-not-run")).contains("true");
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(FunctionCaller.problem(refused).path("code").asText()).isEqualTo("too-many-calls");
    }
    assertThat(INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsASenderThatTheSinkIsAway() {
    var response =
        new FunctionCaller(root).post("/answers-events", TWICE, Map.of("Prefer", "reply"));

    assertThat(response.statusCode()).as(FunctionCaller.text(response)).isEqualTo(502);
    assertThat(response.headers().firstValue("runnel-not-run")).isEmpty();
    assertThat(FunctionCaller.problem(response).path("code").asText()).isEqualTo("sink-failed");
  }
}
