package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.CallStatistics.Durations;
import java.time.Duration;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** How long calls took, in nanoseconds; a sum of centuries is cut. */
@ProtoName("Durations")
record StoredDurations(
    @ProtoField(number = 1, defaultValue = "0") long count,
    @ProtoField(number = 2, defaultValue = "0") long sum,
    @ProtoField(number = 3, defaultValue = "0") long p50,
    @ProtoField(number = 4, defaultValue = "0") long p95,
    @ProtoField(number = 5, defaultValue = "0") long p99) {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
  private static final StoredDurations NONE = new StoredDurations(0, 0, 0, 0, 0);

  @ProtoFactory
  StoredDurations {}

  static StoredDurations of(Durations durations) {
    return new StoredDurations(
        durations.count(),
        nanos(durations.sum()),
        nanos(durations.p50()),
        nanos(durations.p95()),
        nanos(durations.p99()));
  }

  static Durations durations(@Nullable StoredDurations stored) {
    StoredDurations known = stored == null ? NONE : stored;
    return new Durations(
        known.count,
        Duration.ofNanos(known.sum),
        Duration.ofNanos(known.p50),
        Duration.ofNanos(known.p95),
        Duration.ofNanos(known.p99));
  }

  private static long nanos(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : Long.MAX_VALUE;
  }
}
