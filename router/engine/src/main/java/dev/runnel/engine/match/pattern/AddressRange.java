package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/**
 * A string that is an IP address within bounds: {@code {"cidr": "10.0.0.0/8"}}, or an address
 * itself, {@code "::1"}, which may be written in other ways.
 *
 * @param first the lowest
 * @param last the highest, of the same family
 * @param text as the pattern has it
 */
public record AddressRange(Address first, Address last, String text) implements ValueTest {

  private static final int COST = 8;

  private static final int MOST_DIGITS = 3;

  private static final String EXPECTED = "an address and a number of bits, such as 10.0.0.0/8";

  /** Reads what follows {@code cidr}, at which the pattern stands. */
  static AddressRange read(PatternText json) throws PatternError {
    String text = json.string(EXPECTED);
    int slash = text.indexOf('/');
    Address address = slash < 0 ? null : Address.of(text.substring(0, slash));
    if (address == null) {
      throw json.wrong(EXPECTED);
    }
    String mask = text.substring(slash + 1);
    int bits = bits(mask);
    if (bits < 0 || bits >= address.bits()) {
      throw json.wrong(
          "after the address /, and a number of bits below "
              + address.bits()
              + "; an address alone stands without cidr");
    }
    return new AddressRange(address.edge(bits, false), address.edge(bits, true), text);
  }

  /** One to three digits, or -1. */
  private static int bits(String mask) {
    boolean isNumber =
        !mask.isEmpty()
            && mask.length() <= MOST_DIGITS
            && mask.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(mask) : -1;
  }

  @Override
  public boolean accepts(Value value) {
    if (value.kind() != Value.Kind.STRING) {
      return false;
    }
    Address address = Address.of(value.text());
    return address != null && first.compareTo(address) <= 0 && last.compareTo(address) >= 0;
  }

  @Override
  public int cost(Value value) {
    return COST;
  }

  @Override
  public String toString() {
    return (first.equals(last) ? "" : "cidr ") + Shown.quoted(text);
  }
}
