package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.Bytes;
import org.infinispan.protostream.annotations.ProtoAdapter;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** Bytes as a message of their own, which nobody copies on the way. */
@ProtoAdapter(Bytes.class)
@ProtoName("Bytes")
final class BytesAdapter {

  @ProtoFactory
  Bytes create(byte @Nullable [] content) {
    return Bytes.wrapping(content == null ? new byte[0] : content);
  }

  @ProtoField(number = 1)
  byte @Nullable [] content(Bytes bytes) {
    return bytes.unwrapped();
  }
}
