package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import dev.runnel.cache.value.FunctionCopy;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/** A function or chain as it is kept. */
@ProtoName("Function")
record StoredFunction(
    @ProtoField(number = 1, defaultValue = "0") long version,
    @ProtoField(number = 2) @Nullable String name,
    @ProtoField(number = 3, defaultValue = "0") int number,
    @ProtoField(number = 4) @Nullable String source,
    @ProtoField(number = 5, defaultValue = "false") boolean patient,
    @ProtoField(number = 6) @Nullable String document,
    @ProtoField(number = 7, defaultValue = "0") long revision)
    implements Stored<FunctionCopy> {

  @ProtoFactory
  StoredFunction {}

  static StoredFunction of(long version, FunctionCopy copy) {
    return new StoredFunction(
        version,
        copy.name(),
        copy.number(),
        copy.source(),
        copy.patient(),
        copy.document(),
        copy.revision());
  }

  @Override
  public FunctionCopy value() {
    return new FunctionCopy(
        requireNonNullElse(name, ""),
        number,
        requireNonNullElse(source, ""),
        patient,
        requireNonNullElse(document, ""),
        revision);
  }
}
