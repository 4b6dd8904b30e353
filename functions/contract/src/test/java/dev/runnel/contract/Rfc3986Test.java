package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3986Test {

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
}
