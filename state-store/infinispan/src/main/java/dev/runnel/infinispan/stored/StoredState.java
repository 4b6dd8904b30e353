package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import java.util.Optional;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/**
 * A function's state as it is kept.
 *
 * @param kind 0, 1 and 2 as the kinds' own order is; one of a later release: nothing is known
 */
@ProtoName("State")
record StoredState(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2, defaultValue = "0") long journalVersion,
    @ProtoField(number = 3) @Nullable String contentType,
    @ProtoField(number = 4) @Nullable Bytes content,
    @ProtoField(number = 5, defaultValue = "0") int kind,
    @ProtoField(number = 6) @Nullable StoredInstant until,
    @ProtoField(number = 7) @Nullable StoredInstant expires)
    implements Stored<KeyedState> {

  private static final int COPY = 0;
  private static final int UNWRITTEN = 2;

  @ProtoFactory
  StoredState {}

  static StoredState of(long version, KeyedState state) {
    return new StoredState(
        version,
        state.version(),
        state.contentType(),
        state.content(),
        number(state.kind()),
        StoredInstant.of(state.until()),
        state.expires().map(StoredInstant::of).orElse(null));
  }

  @Override
  public KeyedState value() {
    return new KeyedState(
        kind(kind),
        journalVersion,
        requireNonNullElse(contentType, ""),
        content == null ? Bytes.of(new byte[0]) : content,
        StoredInstant.instant(until),
        Optional.ofNullable(expires).map(StoredInstant::instant));
  }

  private static int number(Kind kind) {
    return switch (kind) {
      case COPY -> COPY;
      case OUTDATED -> 1;
      case UNWRITTEN -> UNWRITTEN;
    };
  }

  private static Kind kind(int number) {
    return switch (number) {
      case COPY -> Kind.COPY;
      case UNWRITTEN -> Kind.UNWRITTEN;
      default -> Kind.OUTDATED;
    };
  }
}
