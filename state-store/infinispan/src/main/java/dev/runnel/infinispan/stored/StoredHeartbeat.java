package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.Heartbeat;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** A sign of life as it is kept. */
@ProtoName("Heartbeat")
record StoredHeartbeat(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2, defaultValue = "0") long number,
    @ProtoField(number = 3) @Nullable StoredInstant since)
    implements Stored<Heartbeat> {

  @ProtoFactory
  StoredHeartbeat {}

  static StoredHeartbeat of(long version, Heartbeat beat) {
    return new StoredHeartbeat(version, beat.number(), StoredInstant.of(beat.since()));
  }

  @Override
  public Heartbeat value() {
    return new Heartbeat(number, StoredInstant.instant(since));
  }
}
