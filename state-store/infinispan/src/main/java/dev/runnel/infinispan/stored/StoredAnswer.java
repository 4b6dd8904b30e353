package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.CachedAnswer;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** An answer as it is kept. */
@ProtoName("Answer")
record StoredAnswer(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2) @Nullable String contentType,
    @ProtoField(number = 3) @Nullable Bytes content,
    @ProtoField(number = 4) @Nullable String function,
    @ProtoField(number = 5) @Nullable String functionVersion,
    @ProtoField(number = 6) @Nullable StoredInstant madeAt)
    implements Stored<CachedAnswer> {

  @ProtoFactory
  StoredAnswer {}

  static StoredAnswer of(long version, CachedAnswer answer) {
    return new StoredAnswer(
        version,
        answer.contentType(),
        answer.content(),
        answer.function(),
        answer.version(),
        StoredInstant.of(answer.madeAt()));
  }

  @Override
  public CachedAnswer value() {
    return new CachedAnswer(
        requireNonNullElse(contentType, ""),
        content == null ? Bytes.of(new byte[0]) : content,
        requireNonNullElse(function, ""),
        requireNonNullElse(functionVersion, ""),
        StoredInstant.instant(madeAt));
  }
}
