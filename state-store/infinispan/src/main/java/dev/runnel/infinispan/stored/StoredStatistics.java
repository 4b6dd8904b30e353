package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.CallStatistics;
import java.util.List;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** Statistics as they are kept. */
@ProtoName("Statistics")
record StoredStatistics(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2) @Nullable StoredInstant firstMinute,
    @ProtoField(number = 3) @Nullable List<Long> calls,
    @ProtoField(number = 4) @Nullable StoredDurations durations,
    @ProtoField(number = 5, defaultValue = "0") long memory)
    implements Stored<CallStatistics> {

  @ProtoFactory
  StoredStatistics {}

  static StoredStatistics of(long version, CallStatistics statistics) {
    return new StoredStatistics(
        version,
        StoredInstant.of(statistics.firstMinute()),
        // ProtoStream 6.0 writes an empty list of numbers so that one 0 is read.
        statistics.calls().isEmpty() ? null : statistics.calls(),
        StoredDurations.of(statistics.durations()),
        statistics.memory());
  }

  @Override
  public CallStatistics value() {
    return new CallStatistics(
        StoredInstant.instant(firstMinute),
        calls == null ? List.of() : calls,
        StoredDurations.durations(durations),
        memory);
  }
}
