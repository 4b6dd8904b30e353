package dev.runnel.infinispan.stored;

import dev.runnel.cache.Concern;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.cache.value.CallStatistics;
import dev.runnel.cache.value.Forecast;
import dev.runnel.cache.value.FunctionCopy;
import dev.runnel.cache.value.Heartbeat;
import dev.runnel.cache.value.KeyedState;

/** Makes of values what is kept of them. */
@FunctionalInterface
public interface Codec<V extends Record> {

  Stored<V> stored(long version, V value);

  /** The one for the values of this concern. */
  @SuppressWarnings("unchecked") // Found by the type of the values.
  static <V extends Record> Codec<V> of(Concern<V> concern) {
    return (version, value) -> (Stored<V>) any(version, value);
  }

  private static Stored<?> any(long version, Record value) {
    return switch (value) {
      case FunctionCopy copy -> StoredFunction.of(version, copy);
      case CallStatistics statistics -> StoredStatistics.of(version, statistics);
      case Forecast forecast -> StoredForecast.of(version, forecast);
      case CachedAnswer answer -> StoredAnswer.of(version, answer);
      case KeyedState state -> StoredState.of(version, state);
      case Heartbeat beat -> StoredHeartbeat.of(version, beat);
      default ->
          throw new IllegalArgumentException(
              "A %s cannot be kept; add its twin to %s."
                  .formatted(value.getClass().getSimpleName(), Codec.class.getPackageName()));
    };
  }
}
