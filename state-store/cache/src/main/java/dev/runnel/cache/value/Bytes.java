package dev.runnel.cache.value;

import java.util.Arrays;

/** Bytes that nobody changes, equal where their content is. */
public final class Bytes {

  /** As many as an answer of a function may have. */
  public static final int MOST = 1 << 20;

  private final byte[] content;

  private Bytes(byte[] content) {
    if (content.length > MOST) {
      throw new IllegalArgumentException(
          "There are %d bytes, at most %d are cached; leave the value to the journal."
              .formatted(content.length, MOST));
    }
    this.content = content;
  }

  /** A copy of these. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** These themselves: whoever calls gives them away, and changes them no more. */
  public static Bytes wrapping(byte[] content) {
    return new Bytes(content);
  }

  public int length() {
    return content.length;
  }

  /** A copy. */
  public byte[] toArray() {
    return content.clone();
  }

  /** The bytes themselves, for whoever only reads them. */
  public byte[] unwrapped() {
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
