package dev.runnel.infinispan.stored;

import dev.runnel.cache.value.Bytes;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.infinispan.protostream.annotations.ProtoReserved;
import org.jspecify.annotations.Nullable;

/** A function's state as a later release might keep it: one field more, and one that has gone. */
@ProtoName("State")
@ProtoReserved(numbers = 3, names = "contentType")
record NextState(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2, defaultValue = "0") long journalVersion,
    @ProtoField(number = 4) @Nullable Bytes content,
    @ProtoField(number = 8) @Nullable String author) {

  @ProtoFactory
  NextState {}
}
