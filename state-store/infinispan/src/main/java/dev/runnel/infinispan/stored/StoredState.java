package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.KeyedState;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** A function's state as it is kept. */
@ProtoName("State")
record StoredState(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2, defaultValue = "0") long journalVersion,
    @ProtoField(number = 3) @Nullable String contentType,
    @ProtoField(number = 4) @Nullable Bytes content)
    implements Stored<KeyedState> {

  @ProtoFactory
  StoredState {}

  static StoredState of(long version, KeyedState state) {
    return new StoredState(version, state.version(), state.contentType(), state.content());
  }

  @Override
  public KeyedState value() {
    return new KeyedState(
        journalVersion,
        requireNonNullElse(contentType, ""),
        content == null ? Bytes.of(new byte[0]) : content);
  }
}
