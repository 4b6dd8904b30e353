package dev.runnel.server.invoke.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of functions, as manifests and the configuration write them. */
class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "http://host, HTTP, host, 80, /one",
    "http://host:8080, HTTP, host, 8080, /one",
    "http://host:8080/, HTTP, host, 8080, /",
    "http://HOST/a%20b?c=d, HTTP, host, 80, /a%20b?c=d",
    "http://host?c=d, HTTP, host, 80, /one?c=d",
    "https://host/x, HTTPS, host, 443, /x",
    "h2c://host:1/x, H2C, host, 1, /x",
    "http://[::1]:8080/x, HTTP, ::1, 8080, /x",
    "unix:/run/x.sock, UNIX, /run/x.sock, 0, /one",
    "unix:/run/x.sock|/, UNIX, /run/x.sock, 0, /",
    "unix:/run/x.sock|/a?b, UNIX, /run/x.sock, 0, /a?b"
  })
  void areReadAsTheyAreWritten(String url, Wire wire, String host, int port, String path) {
    assertThat(Destination.of(url, "one")).isEqualTo(new Destination(wire, host, port, path, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "ftp://host/",
        "HTTP://host/",
        "http:///x",
        "http://user:s3cret@host/",
        "http://host/#fragment",
        "http://host:0/",
        "http://host:65536/",
        "http://host /",
        "http://127.1/",
        "unix:run/x.sock",
        "unix:/run/x.sock|x",
        "unix:/run/x.sock|/a b",
        "unix:/0123456789012345678901234567890123456789012345678901234567890123456789012345678901"
            + "23456789012345678901234567"
      })
  void areRefusedWhenTheyAreNone(String url) {
    assertThatThrownBy(() -> Destination.of(url, "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void areShownWithoutWhatMayBeSecret() {
    assertThat(Destination.of("http://host:80/x?token=s3cret", "one")).hasToString("http://host/x");
    assertThat(Destination.of("h2c://[::1]:8080/x", "one")).hasToString("h2c://[::1]:8080/x");
    assertThat(Destination.of("unix:/run/x.sock|/x?s3cret", "one"))
        .hasToString("unix:/run/x.sock|/x");
  }
}
