package dev.runnel.infinispan.stored;

import java.time.Instant;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** A moment: seconds since 1970, and nanoseconds. */
@ProtoName("Instant")
record StoredInstant(
    @ProtoField(number = 1, defaultValue = "0") long seconds,
    @ProtoField(number = 2, defaultValue = "0") int nanos) {

  @ProtoFactory
  StoredInstant {}

  static StoredInstant of(Instant instant) {
    return new StoredInstant(instant.getEpochSecond(), instant.getNano());
  }

  /** What was stored; 1970 where nothing was. */
  static Instant instant(@Nullable StoredInstant stored) {
    return stored == null ? Instant.EPOCH : Instant.ofEpochSecond(stored.seconds, stored.nanos);
  }
}
