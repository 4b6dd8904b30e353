package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import dev.runnel.cache.value.Forecast;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** A forecast as it is kept. */
@ProtoName("Forecast")
record StoredForecast(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2, defaultValue = "0") double calls,
    @ProtoField(number = 3) @Nullable StoredInstant until,
    @ProtoField(number = 4, defaultValue = "0") int instances,
    @ProtoField(number = 5) @Nullable String reason,
    @ProtoField(number = 6) @Nullable StoredInstant madeAt)
    implements Stored<Forecast> {

  @ProtoFactory
  StoredForecast {}

  static StoredForecast of(long version, Forecast forecast) {
    return new StoredForecast(
        version,
        forecast.calls(),
        StoredInstant.of(forecast.until()),
        forecast.instances(),
        forecast.reason(),
        StoredInstant.of(forecast.madeAt()));
  }

  @Override
  public Forecast value() {
    return new Forecast(
        calls,
        StoredInstant.instant(until),
        instances,
        requireNonNullElse(reason, ""),
        StoredInstant.instant(madeAt));
  }
}
