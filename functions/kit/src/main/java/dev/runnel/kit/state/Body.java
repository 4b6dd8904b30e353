package dev.runnel.kit.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept: shared, not copied; nobody may write to it.
 *
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see equals
public record Body(String type, byte[] bytes) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body that && type.equals(that.type) && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Body[" + type + ", " + bytes.length + " bytes]";
  }
}
