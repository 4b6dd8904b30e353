package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections on which nothing happens, and streams on which only the time passes. */
@QuarkusTest
@TestProfile(IdleConnectionTest.Hurried.class)
@Timeout(60)
class IdleConnectionTest extends RouterTest {

  /** So many signs of life take twice as long as an idle connection has. */
  private static final int BEATS = 10;

  /** The defaults' proportion, 15 s to 90 s, within times that a test can wait for. */
  public static final class Hurried implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.idle-timeout", "1s", "runnel.streams.heartbeat", "PT0.2S");
    }
  }

  @Test
  void closesAConnectionOnWhichNothingHappens() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(RawHttp.post(Poster.event("nobody.wants", "{}")));

      assertThat(caller.readToTheEnd()).startsWith("HTTP/1.1 202 ");
    }
  }

  @Test
  void keepsAStreamOpenWhoseRunTakesLonger() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = Poster.location(poster.post(Poster.event("plain.wanted", "{}")));
    hold.awaitCalls();
    try (RawHttp reader = RawHttp.to(root)) {
      reader.send("GET " + run + "/events HTTP/1.1\r\nHost: router\r\n\r\n");
      for (int beat = 0; beat < BEATS; beat++) {
        reader.readUntil("\n:\n\n");
      }
      hold.release("1");

      assertThat(reader.readUntil("0\r\n\r\n")).contains("event: ended", "\"succeeded\"");
    }
  }
}
