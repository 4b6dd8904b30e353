package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request that another reader would take for two: it is never answered twice. */
@QuarkusTest
@Timeout(60)
class SmugglingTest extends RouterTest {

  private static final Event EVENT = Poster.event("nobody.wants", "{}");
  private static final String HEAD = RawHttp.head(EVENT);

  /** What would be answered 404 if it were ever seen as a request. */
  private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: router\r\n\r\n";

  /** After its answer nothing can come any more. */
  private static final String LAST =
      "GET /last HTTP/1.1\r\nHost: router\r\nConnection: close\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n%s",
        "Content-Length: 0\r\nContent-Length: 46\r\n\r\n%s",
        "Content-Length: 46\r\nContent-Length: 0\r\n\r\n%s",
        "Content-Length: 0, 46\r\n\r\n%s",
        "Content-Length: +0\r\n\r\n%s",
        "Content-Length: 0x0\r\n\r\n%s",
        "Content-Length: 0 0\r\n\r\n%s",
        "Content-Length: -1\r\n\r\n%s",
        "Content-Length:\r\n\r\n%s",
        "Content-Length : 0\r\n\r\n%s",
        "Content-Length: 99999999999999999999\r\n\r\n%s",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n%s",
        "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n%s",
        "X: y\rContent-Length: 46\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\n0\n\n%s",
        "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\n2;\n{}\r\n0\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\n2;a=\"\r\n{}\r\n0\r\n\r\n%s\"\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n%s",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n%s",
      })
  void isAnsweredOnceAtMost(String rest) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + rest.replace("%s", HIDDEN) + LAST);
      String answers = caller.readToTheEnd();

      assertThat(answers.split("HTTP/1\\.1 ", -1))
          .as(answers)
          .hasSizeLessThanOrEqualTo(answers.contains("\"/last\"") ? 3 : 2);
      assertThat(answers).doesNotContain("/hidden", "HTTP/1.1 5");
    }
  }

  @Test
  void readsAFoldedLineAsPartOfTheOneBefore() {
    // Section 5.2 of RFC 9112 lets a fold be read as a blank: what it holds is no header.
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "ce-subject: a\r\n Content-Length: 46\r\n\r\n" + HIDDEN);

      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202 ");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 404 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0", "0 2e", " 0", "0\t", "0\u00012e"})
  void readsASizeUpToTheFirstBlank(String size) {
    // Netty's decoder does so, and has no setting for it: docs/failures.md says what that means.
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n\r\n" + HIDDEN);

      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202 ");
      assertThat(caller.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 404 ");
    }
  }
}
