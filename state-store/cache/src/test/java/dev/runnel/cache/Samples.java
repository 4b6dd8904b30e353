package dev.runnel.cache;

import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.cache.value.CallStatistics;
import dev.runnel.cache.value.Forecast;
import dev.runnel.cache.value.FunctionCopy;
import dev.runnel.cache.value.Heartbeat;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Values of each concern, at the edges of what they can hold. */
public final class Samples {

  private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.789012345Z");
  private static final Bytes ALL_BYTES = Bytes.of(bytes());

  /** Some values of one concern. */
  public record Sample<V extends Record>(Concern<V> concern, List<V> values) {
    @Override
    public String toString() {
      return concern.name();
    }
  }

  /** Of every concern. */
  public static final List<Sample<?>> ALL =
      List.of(
          new Sample<>(
              Concerns.FUNCTIONS,
              List.of(
                  new FunctionCopy("cost", 1, "PUT", true, "{\"text\":\"中\\u0000'\"}", 7),
                  new FunctionCopy("", 0, "", false, "", Long.MAX_VALUE))),
          new Sample<>(
              Concerns.STATISTICS,
              List.of(
                  new CallStatistics(
                      THEN,
                      List.of(0L, 1L, Long.MAX_VALUE),
                      new CallStatistics.Durations(
                          3,
                          Duration.ofNanos(1_234_567_890_123L),
                          Duration.ofNanos(1),
                          Duration.ZERO,
                          Duration.ofDays(9)),
                      1L << 40),
                  new CallStatistics(
                      Instant.EPOCH,
                      List.of(),
                      new CallStatistics.Durations(
                          0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                      0))),
          new Sample<>(
              Concerns.FORECASTS,
              List.of(
                  new Forecast(12.25, THEN, 3, "as yesterday: ½", THEN.minusSeconds(1)),
                  new Forecast(0, Instant.EPOCH, 0, "", Instant.EPOCH.minusMillis(1)))),
          new Sample<>(
              Concerns.RESULTS,
              List.of(
                  new CachedAnswer("application/json", text("{}"), "cost", "1.0", THEN),
                  new CachedAnswer("", ALL_BYTES, "", "", Instant.EPOCH))),
          new Sample<>(
              Concerns.STATE,
              List.of(
                  state(1, "a"),
                  KeyedState.outdated(-1, Instant.EPOCH),
                  new KeyedState(
                      Kind.UNWRITTEN, 0, "", ALL_BYTES, THEN, Optional.of(THEN.plusNanos(1))))),
          new Sample<>(
              Concerns.HEARTBEATS, List.of(new Heartbeat(1, THEN), new Heartbeat(0, THEN))));

  private Samples() {}

  public static KeyedState state(long version, String text) {
    return new KeyedState(Kind.COPY, version, "text/plain", text(text), THEN, Optional.empty());
  }

  /** One of which the number and the text are the same where they are equal. */
  public static CachedAnswer answer(int number, String text) {
    return new CachedAnswer("text/plain", text(text), "orders", "" + number, THEN);
  }

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
