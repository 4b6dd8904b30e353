package dev.runnel.server.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadDeadlineTest {

  private final EmbeddedChannel connection = new EmbeddedChannel();
  private final HeadDeadline deadline = new HeadDeadline(Duration.ofSeconds(10));

  HeadDeadlineTest() {
    connection.freezeTime();
    connection.pipeline().addFirst(deadline);
    connection.pipeline().fireChannelActive();
  }

  @AfterEach
  void close() {
    connection.finishAndReleaseAll();
  }

  @Test
  void closesAConnectionThatSaysNothing() {
    pass(10);

    assertThat(sent()).startsWith("HTTP/1.1 408 ").contains("\"code\":\"too-slow\"");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void isNotPutOffByOneByteAfterTheOther() {
    for (int second = 0; second < 10; second++) {
      receive("P");
      pass(1);
    }

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void letsARequestTakeItsTime() {
    receive("POST / HTTP/1.1");
    deadline.requestBegan();
    receive("the body");
    pass(1_000);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void letsAConnectionRestBetweenRequests() {
    deadline.requestBegan();
    deadline.requestEnded();
    pass(1_000);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void limitsTheNextHeadFromItsFirstByte() {
    deadline.requestBegan();
    deadline.requestEnded();
    pass(1_000);
    receive("P");
    pass(9);
    assertThat(connection.isOpen()).isTrue();
    pass(1);

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void makesAProblemOfABareRefusal() {
    connection.writeOutbound(bytes("HTTP/1.1 431 Request Header Fields Too Large\r\n\r\n"));

    assertThat(sent())
        .startsWith("HTTP/1.1 431 ")
        .contains("application/problem+json", "\"code\":\"headers-too-large\"");
  }

  @Test
  void throwsAwayForAWhileWhatComesAfterARefusal() {
    refuse();
    var _ = connection.pipeline().close();
    receive("more of the head");
    pass(4);
    assertThat(connection.isOpen()).isTrue();
    assertThat(connection.<Object>readInbound()).isNull();
    pass(1);

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void doesNotThrowAwayWithoutEnd() {
    refuse();
    for (int i = 0; i < 9 && connection.isOpen(); i++) {
      receive("x".repeat(1 << 20));
    }

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void leavesAnswersToRequestsAlone() {
    deadline.requestBegan();
    connection.writeOutbound(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));

    assertThat(sent()).isEqualTo("HTTP/1.1 400 Bad Request\r\n\r\n");
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void leavesOtherBytesAlone() {
    connection.writeOutbound(bytes("\0\0\6\4\0\0\0\0\0"));

    assertThat(sent()).isEqualTo("\0\0\6\4\0\0\0\0\0");
  }

  private void refuse() {
    connection.writeOutbound(bytes("HTTP/1.1 431 Request Header Fields Too Large\r\n\r\n"));
    sent();
  }

  private void pass(int seconds) {
    connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
    connection.runPendingTasks();
    connection.runScheduledPendingTasks();
  }

  private void receive(String text) {
    connection.writeInbound(bytes(text));
  }

  private String sent() {
    ByteBuf sent = connection.readOutbound();
    try {
      return sent.toString(US_ASCII);
    } finally {
      sent.release();
    }
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, US_ASCII);
  }
}
