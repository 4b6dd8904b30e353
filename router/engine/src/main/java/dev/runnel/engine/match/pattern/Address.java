package dev.runnel.engine.match.pattern;

import org.jspecify.annotations.Nullable;

/**
 * An IP address. Those of IPv4 are below those of IPv6.
 *
 * @param high the upper 64 bits; none of IPv4 are set
 * @param low the lower 64 bits
 */
public record Address(boolean isV6, long high, long low) implements Comparable<Address> {

  /** Of IPv4. */
  static final int BITS_V4 = 32;

  /** Of IPv6. */
  static final int BITS_V6 = 128;

  private static final int LONGEST_V4 = 15;
  private static final int PARTS_V4 = 4;
  private static final int LARGEST_PART = 255;

  /** Eight groups; more zeros before their digits are no use to anybody. */
  private static final int LONGEST_V6 = 64;

  private static final int GROUPS = 8;
  private static final int GROUP_BITS = 16;
  private static final int LARGEST_GROUP = 0xFFFF;
  private static final int HEX = 16;

  /** What {@code ::ffff:0:0/96} begins with: the IPv4 addresses (RFC 4291, section 2.5.5.2). */
  private static final long MAPPED = 0xFFFF;

  /** What the text is the address of, as {@link java.net.InetAddress} reads it, or null. */
  public static @Nullable Address of(String text) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_V6); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        return ofV4(text);
      }
      if (c == ':') {
        return ofV6(text);
      }
      if (Character.digit(c, HEX) < 0) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Address ofV4(String text) {
    if (text.length() > LONGEST_V4) {
      return null;
    }
    long address = 0;
    int at = 0;
    for (int part = 0; part < PARTS_V4; part++) {
      int value = 0;
      int from = at;
      for (; at < text.length() && isDigit(text.charAt(at)); at++) {
        value = Math.min(10 * value + (text.charAt(at) - '0'), LARGEST_PART + 1);
      }
      boolean isLast = part == PARTS_V4 - 1;
      boolean ends = isLast ? at == text.length() : at < text.length() && text.charAt(at) == '.';
      if (at == from || value > LARGEST_PART || !ends) {
        return null;
      }
      address = address << Byte.SIZE | value;
      at++;
    }
    return new Address(false, 0, address);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** RFC 4291, section 2.2, without its third form. */
  private static @Nullable Address ofV6(String text) {
    if (text.length() > LONGEST_V6) {
      return null;
    }
    int gap = text.indexOf("::");
    String before = gap < 0 ? text : text.substring(0, gap);
    String behind = gap < 0 ? "" : text.substring(gap + 2);
    int[] first = groups(before);
    int[] last = groups(behind);
    if (first == null || last == null) {
      return null;
    }
    int count = first.length + last.length;
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return null;
    }
    int[] groups = new int[GROUPS];
    System.arraycopy(first, 0, groups, 0, first.length);
    System.arraycopy(last, 0, groups, GROUPS - last.length, last.length);
    return ofGroups(groups);
  }

  private static Address ofGroups(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      high = high << GROUP_BITS | low >>> (Long.SIZE - GROUP_BITS);
      low = low << GROUP_BITS | groups[i];
    }
    return high == 0 && low >>> BITS_V4 == MAPPED
        ? new Address(false, 0, low & (1L << BITS_V4) - 1)
        : new Address(true, high, low);
  }

  /** Hexadecimal numbers between colons; none for an empty text. */
  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    int[] groups = new int[GROUPS];
    int count = 0;
    int at = 0;
    while (at <= text.length() && count < GROUPS) {
      int value = 0;
      int from = at;
      for (; at < text.length() && text.charAt(at) != ':'; at++) {
        int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), HEX) : -1;
        value = digit < 0 ? LARGEST_GROUP + 1 : Math.min(HEX * value + digit, LARGEST_GROUP + 1);
      }
      if (at == from || value > LARGEST_GROUP) {
        return null;
      }
      groups[count++] = value;
      at++;
    }
    return at > text.length() ? java.util.Arrays.copyOf(groups, count) : null;
  }

  /** How many bits an address of this family has. */
  int bits() {
    return isV6 ? BITS_V6 : BITS_V4;
  }

  /** The first, or the last, address that has the same leading bits. */
  Address edge(int leading, boolean isLast) {
    int free = bits() - leading;
    long lowMask = free >= Long.SIZE ? -1 : (1L << free) - 1;
    long highMask = free <= Long.SIZE ? 0 : free == BITS_V6 ? -1 : (1L << (free - Long.SIZE)) - 1;
    return new Address(
        isV6, isLast ? high | highMask : high & ~highMask, isLast ? low | lowMask : low & ~lowMask);
  }

  @Override
  public int compareTo(Address other) {
    int byFamily = Boolean.compare(isV6, other.isV6);
    int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }
}
