package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3986Test {

  private static final int TEXTS = 20_000;
  private static final List<String> BEGINNINGS = List.of("", "//", "http://", "a:", "/");
  private static final List<String> PIECES =
      List.of(
          "a", "Z", "1", ":", "/", "//", "?", "#", "@", "[", "]", "[::1]", "%4F", "%", "~", "é");

  /** The grammar of appendix A; what stands in brackets is only looked at as a whole. */
  private static final String PLAIN = "[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:URI(?://AUTHORITY(?:/PATH)?|(?!//)PATH)|//AUTHORITY(?:/PATH)?|(?!//)SEGMENT(?:/PATH)?)"
                  .replace("URI", URI.pattern())
                  .replace(
                      "AUTHORITY",
                      "(?:(?:PLAIN|:)*@)?(?:\\[[A-Za-z0-9._~!$&'()*+,;=:-]+]|(?:PLAIN)*)(?::\\d*)?")
                  .replace("PATH", "(?:PLAIN|[:@/])*")
                  .replace("SEGMENT", "(?:PLAIN|@)*")
                  .replace("PLAIN", PLAIN)
              + "(?:\\?(?:PLAIN|[:@/?])*)?(?:#(?:PLAIN|[:@/?])*)?".replace("PLAIN", PLAIN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/cloudevents",
        "mailto:cncf-wg-serverless@lists.cncf.io",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "ftp://ftp.is.co.za/rfc/rfc1808.txt",
        "ldap://[2001:db8::7]/c=GB?objectClass?one",
        "http://u:p@h:/?q?#f?/",
        "file:///etc/fstab",
        "x:",
        "a+b-c.9:x",
        "http://h/%41%e2%82%ac"
      })
  void takesUris(String text) {
    assertThat(Rfc3986.isReference(text)).isTrue();
    assertThat(Rfc3986.isUri(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cloudevents/spec/pull/123",
        "1-555-123-4567",
        "a/b:c",
        "//host:80/x",
        "?a=b:c",
        "#f",
        "..",
        "./a:b",
        "//[v1.x]",
        "a;b=c,d@e"
      })
  void takesReferencesThatAreRelative(String text) {
    assertThat(Rfc3986.isReference(text)).isTrue();
    assertThat(Rfc3986.isUri(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "/a\"",
        "<a>",
        "a\\b",
        "a|b",
        "{a}",
        "a^b",
        "`",
        "/café",
        "%",
        "/a%2",
        "/%zz",
        ":a",
        "1a:b",
        "a_b:c",
        "a#b#c",
        "http://h:8a/",
        "http://a@b@c/",
        "http://[::1",
        "http://::1/",
        "http://[]/",
        "/a[0]",
        "?a[]=1",
        "#[",
        "http://[::1]x/",
        "/a\u0000"
      })
  void refusesAllOthers(String text) {
    assertThat(Rfc3986.isReference(text)).isFalse();
    assertThat(Rfc3986.isUri(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {33, 34})
  void agreesWithTheGrammar(long seed) {
    var random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < TEXTS; i++) {
      var text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      boolean isReference = REFERENCE.matcher(text).matches();
      taken += isReference ? 1 : 0;

      assertThat(Rfc3986.isReference(text.toString())).as("%s", text).isEqualTo(isReference);
      assertThat(Rfc3986.isUri(text.toString()))
          .as("%s", text)
          .isEqualTo(isReference && URI.matcher(text).lookingAt());
    }
    assertThat(taken).isBetween(TEXTS / 20, TEXTS / 2);
  }
}
