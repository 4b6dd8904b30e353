package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What proper HTTP clients do not send: requests byte for byte. */
@QuarkusTest
class WireTest extends RouterTest {

  private static final int TEN_MIB = 10 << 20;
  private static final Event EVENT = Poster.event("nobody.wants", "{}");
  private static final String HEAD = RawHttp.head(EVENT);

  @ParameterizedTest
  @ValueSource(longs = {(1 << 20) + 1, TEN_MIB, 10L << 30, 999_999_999_999_999_999L})
  void refusesABodyThatDeclaresItselfTooLarge(long length) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Content-Length: " + length + "\r\n\r\n{");
      assertThat(caller.readUntil("\"}"))
          .startsWith("HTTP/1.1 413")
          .containsIgnoringCase("connection: close")
          .contains("\"too-large\"");
    }
  }

  @Test
  void closesTheConnectionOfACallerThatNeitherSendsNorGoes() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Content-Length: " + TEN_MIB + "\r\n\r\n{");
      assertThat(caller.readToTheEnd()).startsWith("HTTP/1.1 413").endsWith("\"}");
    }
  }

  @Test
  void refusesABodyThatTurnsOutTooLargeAndCloses() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent < TEN_MIB; sent += 0x10000) {
        caller.send(chunk);
      }
      caller.send("0\r\n\r\n");
      String answer = caller.readToTheEnd();
      assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
      assertThat(answer.split("HTTP/1.1", -1)).hasSize(2);
    }
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    Event large = Poster.event("nobody.wants", "x".repeat(1 << 20));

    assertThat(poster.post(large).statusCode()).isEqualTo(202);
  }

  @Test
  void letsCallersGoOnWhoAskFirst() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
      caller.send("{}");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202");
    }
  }

  @Test
  void refusesATooLargeBodyBeforeItIsSent() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + TEN_MIB + "\r\n\r\n");
      assertThat(caller.readUntil("\"}")).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void survivesCallersThatGoAwayMidBody() {
    for (int i = 0; i < 20; i++) {
      try (RawHttp caller = RawHttp.to(root)) {
        caller.send(HEAD + "Content-Length: 100\r\n\r\n{");
      }
    }
    assertThat(poster.post(Poster.event("plain.wanted", "{}")).statusCode()).isEqualTo(202);
  }

  @Test
  void answersHttp10AndCloses() {
    String old = HEAD.replace("HTTP/1.1", "HTTP/1.0");
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(old + "Content-Length: 2\r\n\r\n{}");
      assertThat(caller.readToTheEnd()).startsWith("HTTP/1.0 202");
    }
  }

  @Test
  void answersHeadWithoutABody() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send("HEAD / HTTP/1.1\r\nHost: router\r\n\r\n");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 405");
      caller.send("HEAD /runs/1 HTTP/1.1\r\nHost: router\r\n\r\n");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void keepsTheConnectionAfterEveryRefusalWithAReadBody() {
    try (RawHttp caller = RawHttp.to(root)) {
      for (String path : new String[] {"/nowhere", "/runs/1", "/"}) {
        caller.send("PUT " + path + " HTTP/1.1\r\nHost: router\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(caller.readUntil("\"}")).containsPattern("^HTTP/1.1 40[45]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: 2, 3\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2;a=\"\r\n{}\r\n0\r\n\r\n",
        "ce-sub ject: x\r\nContent-Length: 0\r\n\r\n",
      })
  void neverAnswersOneRequestTwice(String rest) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Connection: close\r\n" + rest);
      String answer = caller.readToTheEnd();
      assertThat(answer.split("HTTP/1.1 ", -1)).hasSizeLessThanOrEqualTo(2);
      assertThat(answer).doesNotContain("HTTP/1.1 5");
    }
  }

  @Test
  void refusesAnAttributeThatIsGivenTwice() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "CE-Id: another\r\nContent-Length: 0\r\n\r\n");
      assertThat(caller.readUntil("\"}")).startsWith("HTTP/1.1 400").contains("\"path\":\"id\"");
    }
  }
}
