package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests of IP addresses. */
class AddressTest {

  @Test
  void acceptsAddressesOfANetwork() {
    assertThat(onField("[{\"cidr\": \"10.0.0.0/8\"}]", "\"10.255.255.255\"")).isTrue();
    assertThat(onField("[{\"cidr\": \"10.0.0.0/8\"}]", "\"11.0.0.0\"")).isFalse();
    assertThat(onField("[{\"cidr\": \"10.1.2.3/30\"}]", "\"10.1.2.0\"")).isTrue();
    assertThat(onField("[{\"cidr\": \"10.1.2.3/31\"}]", "\"10.1.2.1\"")).isFalse();
    assertThat(onField("[{\"cidr\": \"0.0.0.0/0\"}]", "\"255.255.255.255\"")).isTrue();
    assertThat(onField("[{\"cidr\": \"2001:db8::/32\"}]", "\"2001:DB8:ffff::1\"")).isTrue();
    assertThat(onField("[{\"cidr\": \"2001:db8::/32\"}]", "\"2001:db9::\"")).isFalse();
    assertThat(onField("[{\"cidr\": \"::8000:0:0:0/65\"}]", "\"::ffff:1:2:3\"")).isTrue();
    assertThat(onField("[{\"cidr\": \"::8000:0:0:0/65\"}]", "\"::7fff:1:2:3\"")).isFalse();
    assertThat(onField("[{\"cidr\": \"::/0\"}]", "\"ffff::\"")).isTrue();
  }

  @Test
  void takesNothingElseForAnAddress() {
    for (String other : List.of("\"\"", "\"x\"", "\"12:30\"", "\"10.0.0\"", "\"::1::\"", "null")) {
      assertThat(onField("[{\"cidr\": \"10.0.0.0/8\"}, {\"cidr\": \"fe80::/10\"}]", other))
          .isFalse();
    }
  }

  @Test
  void knowsAnAddressHoweverWritten() {
    assertThat(onField("[\"::1\"]", "\"0:0::0001\"")).isTrue();
    assertThat(onField("[\"10.0.0.1\"]", "\"010.0.0.01\"")).isTrue();
    assertThat(onField("[\"::ffff:a00:1\"]", "\"10.0.0.1\"")).isTrue();
    assertThat(onField("[\"::1\"]", "\"::2\"")).isFalse();
    assertThat(onField("[\"12:30\"]", "\"12:30\"")).isTrue();
    assertThat(onField("[{\"exactly\": \"::1\"}]", "\"0::1\"")).isFalse();
  }

  @Test
  void readsWhatTheLibraryReads() {
    var random = new Random(6);
    int addresses = 0;
    for (int i = 0; i < 50_000; i++) {
      String text = random.nextInt(4) == 0 ? v4(random) : v6(random);
      Address ours = Address.of(text);
      InetAddress theirs = theirs(text);
      assertThat(ours == null).as(text).isEqualTo(theirs == null);
      if (ours != null) {
        assertThat(ours)
            .as(text)
            .isEqualTo(Address.of(Objects.requireNonNull(theirs).getHostAddress()));
        assertThat(ours.isV6()).as(text).isEqualTo(theirs.getAddress().length == 16);
        addresses++;
      }
    }

    assertThat(addresses).isGreaterThan(10_000);
  }

  @Test
  void limitsHowMuchOfATextItReads() {
    assertThat(Address.of(":".repeat(1 << 16))).isNull();
    assertThat(Address.of("0".repeat(1 << 16) + "::1")).isNull();
    assertThat(Address.of("1".repeat(1 << 16) + ".1.1.1")).isNull();
  }

  /** Which takes a number alone for an address of IPv4. */
  private static @Nullable InetAddress theirs(String text) {
    if (!text.contains(":") && !text.contains(".")) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static String v4(Random random) {
    var parts = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      parts.append(i == 0 ? "" : ".").append(random.nextInt(10) == 0 ? "0" : "");
      parts.append(random.nextInt(20) == 0 ? random.nextInt(1 << 10) : random.nextInt(1 << 8));
    }
    return parts.toString();
  }

  private static String v6(Random random) {
    var groups = new StringBuilder();
    int count = random.nextBoolean() ? 8 : random.nextInt(1, 10);
    int gap = random.nextInt(3) == 0 ? -1 : random.nextInt(count);
    for (int i = 0; i < count; i++) {
      groups.append(i == 0 ? "" : ":").append(i == gap && i > 0 ? ":" : "");
      groups.append(i == gap && i == 0 ? ":" : Integer.toHexString(random.nextInt(1 << 16)));
    }
    return groups.append(random.nextInt(30) == 0 ? "::" : "").toString();
  }
}
