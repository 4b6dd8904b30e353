package dev.runnel.server.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.RejectionLog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer to what never became a request, as the bytes of HTTP/1.1: whole, with a problem
 * document, and the connection's last.
 */
final class BareProblem {

  /** What Vert.x sends by itself where it cannot read a request, or finds no path in it. */
  private static final Pattern REFUSAL = Pattern.compile("HTTP/1\\.[01] (400|404|414|431) .*");

  private static final int LONGEST = 40;

  private BareProblem() {}

  /** The problem that these bytes answer without telling it, null where they are no refusal. */
  static @Nullable Problem in(ByteBuf sent) {
    int length = Math.min(sent.readableBytes(), LONGEST);
    String begin = sent.toString(sent.readerIndex(), length, US_ASCII);
    Matcher refusal = REFUSAL.matcher(begin.lines().findFirst().orElse(""));
    if (!refusal.matches()) {
      return null;
    }
    return switch (refusal.group(1)) {
      case "404" -> Problem.of(ProblemType.NO_SUCH_PATH, "The request's target is not a path");
      case "414" ->
          Problem.of(
              ProblemType.TARGET_TOO_LONG, "The request's first line is too long; shorten it");
      case "431" ->
          Problem.of(
              ProblemType.HEADERS_TOO_LARGE, "The headers are too large; send fewer, or less");
      default ->
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "The request cannot be read as HTTP (RFC 9112); send one that is well formed");
    };
  }

  /** The problem as an answer over this connection. */
  static ByteBuf answer(Problem problem, Channel connection) {
    SocketAddress source =
        connection.remoteAddress() instanceof InetSocketAddress address
            ? SocketAddress.inetSocketAddress(address)
            : null;
    RejectionLog.shared().rejected(problem, source);
    byte[] document = ProblemDocument.json(problem, "/");
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(problem.status(), reason(problem), Problem.MEDIA_TYPE, document.length);
    return Unpooled.wrappedBuffer(head.getBytes(US_ASCII), document);
  }

  private static String reason(Problem problem) {
    return HttpResponseStatus.valueOf(problem.status()).reasonPhrase();
  }
}
