package dev.runnel.contract;

/**
 * How large an event may be. Checked while it is read, before anything is kept of it.
 *
 * @param bytes the whole body
 * @param attributes number of attributes
 * @param attributeBytes one attribute's value in UTF-8
 * @param jsonDepth nesting of a JSON document
 * @param jsonNumberDigits length of one JSON number
 * @param jsonTokens tokens of a JSON document
 * @param jsonNameLength length of one JSON key
 */
public record Limits(
    int bytes,
    int attributes,
    int attributeBytes,
    int jsonDepth,
    int jsonNumberDigits,
    int jsonTokens,
    int jsonNameLength) {

  /** 1 MiB in all, 64 attributes of 8 KiB, JSON to depth 64 with 100,000 tokens. */
  public static final Limits DEFAULT = new Limits(1 << 20, 64, 8 << 10, 64, 100, 100_000, 1 << 10);

  /** The same limits with another size of the body. */
  public Limits withBytes(int other) {
    return new Limits(
        other, attributes, attributeBytes, jsonDepth, jsonNumberDigits, jsonTokens, jsonNameLength);
  }

  /** The same limits with another number of attributes. */
  public Limits withAttributes(int other) {
    return new Limits(
        bytes, other, attributeBytes, jsonDepth, jsonNumberDigits, jsonTokens, jsonNameLength);
  }
}
