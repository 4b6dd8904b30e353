package dev.runnel.contract;

/**
 * Seven bits of the hash code of each of up to eight names in one number, a byte each, so that a
 * name is found among them without a look at the others.
 */
final class NameMarks {

  static final int NAMES = 8;

  private static final long EACH = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F * EACH;

  /** Where there is no name the byte is 0, which is no name's. */
  private static final int NAME = 0x80;

  private NameMarks() {}

  /** The marks of the names from this place on; values stand between them. */
  static long of(String[] namesAndValues, int from) {
    int to = Math.min(namesAndValues.length, from + 2 * NAMES);
    long marks = 0;
    for (int i = to - 2; i >= from; i -= 2) {
      marks = marks << Byte.SIZE | mark(namesAndValues[i]);
    }
    return marks;
  }

  /** The mark of the name, in each byte. */
  static long sought(String name) {
    return mark(name) * EACH;
  }

  /** The upper bit of each byte that is equal to its fellow, and no other. */
  static long equal(long marks, long sought) {
    long difference = marks ^ sought;
    return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
  }

  private static long mark(String name) {
    return (name.hashCode() & 0x7F) | NAME;
  }
}
