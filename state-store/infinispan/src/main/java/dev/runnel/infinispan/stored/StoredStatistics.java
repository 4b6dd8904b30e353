package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.CallStatistics;
import java.util.List;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/**
 * Statistics as they are kept.
 *
 * @param minutes how many of the calls are counts: of an empty list ProtoStream 6.0 reads one zero
 */
@ProtoName("Statistics")
record StoredStatistics(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2) @Nullable StoredInstant firstMinute,
    @ProtoField(number = 3) @Nullable List<Long> calls,
    @ProtoField(number = 4) @Nullable StoredDurations durations,
    @ProtoField(number = 5, defaultValue = "0") long memory,
    @ProtoField(number = 6, defaultValue = "0") int minutes)
    implements Stored<CallStatistics> {

  @ProtoFactory
  StoredStatistics {}

  static StoredStatistics of(long version, CallStatistics statistics) {
    return new StoredStatistics(
        version,
        StoredInstant.of(statistics.firstMinute()),
        statistics.calls(),
        StoredDurations.of(statistics.durations()),
        statistics.memory(),
        statistics.calls().size());
  }

  @Override
  public CallStatistics value() {
    return new CallStatistics(
        StoredInstant.instant(firstMinute),
        calls == null ? List.of() : calls.subList(0, Math.min(minutes, calls.size())),
        StoredDurations.durations(durations),
        memory);
  }
}
