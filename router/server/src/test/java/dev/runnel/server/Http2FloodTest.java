package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What HTTP/2 makes cheap to send and dear to receive. */
@QuarkusTest
@Timeout(60)
class Http2FloodTest extends RouterTest {

  private static final int FRAMES = 5_000;
  private static final int CONTROL_FRAMES = 200_000;
  private static final int STREAMS = 100;
  private static final byte[] NOTHING = new byte[0];
  private static final Map<String, String> EVENT =
      Map.of("ce-specversion", "1.0", "ce-id", "h2", "ce-source", "/h2", "ce-type", "nobody.wants");

  @AfterEach
  void servesOthers() {
    assertThat(poster.post(Poster.event("nobody.wants", "{}")).statusCode()).isEqualTo(202);
  }

  @Test
  void takesEventsInHttp2() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      caller.send(
          RawHttp2.HEADERS,
          RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
          1,
          caller.request("POST", EVENT));

      assertThat(caller.next(RawHttp2.HEADERS)).extracting(RawHttp2.Frame::stream).isEqualTo(1);
    }
  }

  @Test
  void closesAConnectionThatResetsWhatItBegins() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      byte[] request = caller.request("POST", EVENT);
      flood(caller, i -> begunAndReset(2 * i + 1, request));

      assertGoneAway(caller);
    }
  }

  @Test
  void closesAConnectionWhoseHeadersDoNotEnd() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      caller.send(RawHttp2.HEADERS, 0, 1, caller.request("POST", EVENT));
      byte[] more = caller.request("POST", Map.of("x-more", "x".repeat(8_000)));
      flood(caller, i -> RawHttp2.frame(RawHttp2.CONTINUATION, 0, 1, more));

      assertGoneAway(caller);
    }
  }

  @Test
  void closesAConnectionWithContinuationsOfNothing() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      caller.send(RawHttp2.HEADERS, 0, 1, caller.request("POST", EVENT));
      flood(caller, i -> RawHttp2.frame(RawHttp2.CONTINUATION, 0, 1, NOTHING));

      assertGoneAway(caller);
    }
  }

  @Test
  void closesAConnectionWithDataOfNothing() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      caller.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, caller.request("POST", EVENT));
      flood(caller, i -> RawHttp2.frame(RawHttp2.DATA, 0, 1, NOTHING));

      assertGoneAway(caller);
    }
  }

  @Test
  void refusesHeadersThatUnpackToFarMore() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      // Stands in the table of the connection, and is then named by one byte each time.
      byte[] first = caller.request("POST", Map.of("x", "x".repeat(3_900)));
      byte[] bomb = Arrays.copyOf(first, 16_000);
      Arrays.fill(bomb, first.length, bomb.length, (byte) 0xBE);
      caller.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, bomb);

      assertThat(caller.next(RawHttp2.HEADERS))
          .as("an answer, other than that the headers are refused")
          .satisfiesAnyOf(
              answer -> assertThat(answer).isNull(),
              answer -> assertThat(caller.status(answer)).isEqualTo("431"));
    }
  }

  @Test
  void refusesMoreStreamsThanItSaid() {
    try (RawHttp2 caller = RawHttp2.to(root)) {
      byte[] request = caller.request("POST", EVENT);
      for (int i = 0; i <= STREAMS; i++) {
        caller.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 2 * i + 1, request);
      }

      assertThat(caller.next(RawHttp2.RST_STREAM))
          .extracting(RawHttp2.Frame::stream)
          .isEqualTo(2 * STREAMS + 1);
    }
  }

  @Test
  void survivesSettingsAndPingsWithoutEnd() {
    byte[] settings = RawHttp2.frame(RawHttp2.SETTINGS, 0, 0, NOTHING);
    byte[] ping = RawHttp2.frame(RawHttp2.PING, 0, 0, new byte[8]);
    for (byte[] frame : new byte[][] {settings, ping}) {
      try (RawHttp2 caller = RawHttp2.to(root)) {
        byte[] many = repeated(frame, 1_000);
        for (int i = 0; i < CONTROL_FRAMES / 1_000 && caller.send(many); i++) {
          // sent, and its answer is not read
        }
        servesOthers();
      }
    }
  }

  private static byte[] begunAndReset(int stream, byte[] request) {
    var frames = new ByteArrayOutputStream();
    frames.writeBytes(RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, request));
    frames.writeBytes(RawHttp2.frame(RawHttp2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8}));
    return frames.toByteArray();
  }

  private static byte[] repeated(byte[] frame, int times) {
    var frames = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      frames.writeBytes(frame);
    }
    return frames.toByteArray();
  }

  private static void flood(RawHttp2 caller, IntFunction<byte[]> frames) {
    for (int i = 0; i < FRAMES && caller.send(frames.apply(i)); i++) {
      // goes on until the router has enough of it
    }
  }

  /** Closing discards what was on its way, and with it perhaps the frame that says why. */
  private static void assertGoneAway(RawHttp2 caller) {
    caller.next(RawHttp2.GOAWAY);
    assertThat(caller.next(RawHttp2.GOAWAY)).isNull();
  }
}
