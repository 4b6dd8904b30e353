package dev.runnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowingBodyTest {

  private static final byte[] SENT = new byte[10_000];

  @BeforeAll
  static void fill() {
    new Random(7).nextBytes(SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1, 10000",
    "7, 10000",
    "3000, 10000",
    "10000, 10000",
    "10000, 0",
    "7, 3",
    "7, 99999"
  })
  void holdsWhatHasComeWhateverWasDeclared(int part, long declared) {
    var body = new GrowingBody(20_000, declared);
    for (int from = 0; from < SENT.length; from += part) {
      byte[] next = Arrays.copyOfRange(SENT, from, Math.min(SENT.length, from + part));
      assertThat(body.add(Buffer.buffer(next))).isTrue();
    }
    assertThat(body.whole()).isEqualTo(SENT);
  }

  @Test
  void takesNoMoreThanItsLimit() {
    var body = new GrowingBody(10, 0);
    assertThat(body.add(Buffer.buffer("0123456789"))).isTrue();
    assertThat(body.add(Buffer.buffer("x"))).isFalse();
    assertThat(body.whole()).asString().isEqualTo("0123456789");
  }

  @Test
  void isNotCopiedWhereTheSenderHasKeptItsWord() {
    var body = new GrowingBody(1_000, 5);
    body.add(Buffer.buffer("01234"));
    assertThat(body.whole()).isSameAs(body.whole());
  }
}
