package dev.runnel.infinispan.stored;

import static java.util.Objects.requireNonNullElse;

import java.util.function.Predicate;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoName;
import org.jspecify.annotations.Nullable;

/**
 * Whether a key is of a group; sent to the members that have the keys.
 *
 * @param prefix what keys of the group begin with
 */
@ProtoName("InGroup")
public record InGroup(@ProtoField(number = 1) @Nullable String prefix)
    implements Predicate<String> {

  @ProtoFactory
  public InGroup {}

  /** Those that {@link Keys} writes for this group. */
  public static InGroup of(String group) {
    return new InGroup(Keys.prefix(group));
  }

  @Override
  public boolean test(String key) {
    return key.startsWith(requireNonNullElse(prefix, ""));
  }
}
