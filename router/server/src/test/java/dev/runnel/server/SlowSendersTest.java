package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers that take their time, and many of them. */
@QuarkusTest
@TestProfile(SlowSendersTest.Impatient.class)
@Timeout(120)
class SlowSendersTest extends RouterTest {

  private static final int CONNECTIONS = 700;
  private static final int SLOW = 600;
  private static final int POSTS = 300;
  private static final int MAX_TRIES = 1_000;
  private static final long PAUSE_NANOS = 5_000_000;
  private static final Event EVENT = Poster.event("nobody.wants", "{}");
  private static final String HEAD = RawHttp.head(EVENT);

  /** Times that a test can wait for, and fewer connections than it can open. */
  public static final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.http.head-time", "PT3S",
          "runnel.http.body-time", "PT1S",
          "runnel.http.max-connections", String.valueOf(CONNECTIONS));
    }
  }

  @Test
  void closesConnectionsWhoseHeadsDoNotCome() {
    assertGivenUp("", "P", "PRI * HTTP", "POST / HTTP/1.1\r\nHost: router\r\nce-id: ");
  }

  @Test
  void closesAConnectionWhoseSecondHeadDoesNotCome() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(RawHttp.post(EVENT));
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202");
      caller.send("POST / HTTP");
      assertThat(caller.readToTheEnd()).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void closesConnectionsWhoseBodiesDoNotCome() {
    assertGivenUp(
        HEAD + "Content-Length: 1000\r\n\r\n{",
        HEAD + "Content-Length: 1\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n1000\r\n{",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
        HEAD + "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n",
        RawHttp.head(EVENT).replace("POST / ", "POST /elsewhere ") + "Content-Length: 9\r\n\r\n");
  }

  @Test
  void letsACallerWaitLongerThanItMaySend() {
    Hold hold = Hold.of(1);
    functions.script("plain", hold);
    var answer = poster.postAsync(Poster.event("plain.wanted", "{}"), "Prefer", "wait=20");
    hold.awaitCalls();
    try (RawHttp slow = RawHttp.to(root)) {
      slow.send("P");
      slow.readToTheEnd(); // now the head's time has passed, and the body's
    }
    hold.release("1");

    assertThat(answer.join().statusCode()).isEqualTo(200);
  }

  @Test
  void servesOthersWhileManyAreSlow() {
    List<RawHttp> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        RawHttp caller = RawHttp.to(root);
        caller.send(i % 2 == 0 ? "POST / HTT" : HEAD + "Content-Length: 100\r\n\r\n{");
        slow.add(caller);
      }
      // None waits for a slow one, which has a second; how much longer it takes, the bench says.
      for (int i = 0; i < POSTS; i++) {
        assertThat(poster.post(EVENT).statusCode()).isEqualTo(202);
      }
    } finally {
      slow.forEach(RawHttp::close);
    }
  }

  @Test
  void closesConnectionsOverTheLimitAndTakesOthersWhenTheyAreGone() {
    List<RawHttp> many = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        many.add(RawHttp.to(root));
      }
      try (RawHttp oneMore = RawHttp.to(root)) {
        assertThat(oneMore.readToTheEnd()).isEmpty();
      }
    } finally {
      many.forEach(RawHttp::close);
    }
    assertThat(canPostAgain()).isTrue();
  }

  private void assertGivenUp(String... begins) {
    List<RawHttp> callers = Stream.of(begins).map(_ -> RawHttp.to(root)).toList();
    try {
      for (int i = 0; i < begins.length; i++) {
        callers.get(i).send(begins[i]);
      }
      for (RawHttp caller : callers) {
        assertThat(caller.readToTheEnd())
            .contains("HTTP/1.1 408 ", "application/problem+json", "\"too-slow\"");
      }
    } finally {
      callers.forEach(RawHttp::close);
    }
  }

  /** The router sees later than the callers that their connections are closed. */
  private boolean canPostAgain() {
    for (int i = 0; i < MAX_TRIES; i++) {
      try (RawHttp caller = RawHttp.to(root)) {
        caller.send(RawHttp.post(EVENT, "Connection: close"));
        if (caller.readToTheEnd().startsWith("HTTP/1.1 202")) {
          return true;
        }
      } catch (UncheckedIOException closed) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return false;
  }
}
