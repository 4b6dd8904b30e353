package dev.runnel.http;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What every request passes before its route: a body whose end is not clear is refused, and one in
 * a content coding, as nobody here decompresses anything; a body that does not come in time is not
 * waited for.
 */
public final class RequestGate implements Handler<RoutingContext> {

  /** How long a body may take where nobody says anything else. */
  public static final Duration BODY_TIME = Duration.ofSeconds(30);

  /** Who was too slow once is not listened to any longer than the answer takes to arrive. */
  private static final Duration NO_PATIENCE = Duration.ofMillis(100);

  private static final String PLAIN = "identity";

  private final Duration bodyTime;

  /**
   * @param bodyTime from the request's head to the end of its body
   */
  public RequestGate(Duration bodyTime) {
    this.bodyTime = bodyTime;
  }

  @Override
  public void handle(RoutingContext exchange) {
    if (isEndUnclear(exchange.request())) {
      refuseTransfer(exchange);
    } else if (isCoded(exchange.request())) {
      refuseCoding(exchange);
    } else {
      limitBody(exchange);
      exchange.next();
    }
  }

  /**
   * Another reader could find the body's end elsewhere. Vert.x takes a transfer coding that it does
   * not know for none, where section 6.3 of RFC 9112 asks for a refusal.
   */
  private static boolean isEndUnclear(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return request.version() != HttpVersion.HTTP_2
        && !codings.isEmpty()
        && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"));
  }

  private static void refuseTransfer(RoutingContext exchange) {
    String detail = "The transfer coding is another one; expected chunked alone";
    Problem problem = Problem.of(ProblemType.MALFORMED_REQUEST, detail, "transfer-encoding");
    Exchange.cut(exchange.request(), Answer.problem(problem, exchange.request().path()));
  }

  private static boolean isCoded(HttpServerRequest request) {
    List<String> all = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
    return !all.isEmpty()
        && all.stream()
            .flatMap(codings -> Stream.of(codings.split(",")))
            .map(String::strip)
            .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(PLAIN));
  }

  private static void refuseCoding(RoutingContext exchange) {
    String detail = "The body has a content coding; send it as it is, without Content-Encoding";
    Problem problem = Problem.of(ProblemType.UNSUPPORTED_CODING, detail, "content-encoding");
    String path = exchange.request().path();
    // Section 12.5.3 of RFC 9110: the answer says which codings would be taken.
    Exchange.send(exchange, Answer.problem(problem, path).with("Accept-Encoding", PLAIN));
  }

  private void limitBody(RoutingContext exchange) {
    if (!hasNoBody(exchange.request())) {
      EventLoop loop = ((ContextInternal) exchange.vertx().getOrCreateContext()).nettyEventLoop();
      // Most bodies come along with their heads, and are whole when the loop's turn is over.
      loop.execute(() -> limitRest(exchange, loop));
    }
  }

  private void limitRest(RoutingContext exchange, EventLoop loop) {
    if (exchange.request().isEnded() || exchange.response().ended()) {
      return;
    }
    Future<?> timer =
        loop.schedule(() -> giveUp(exchange), bodyTime.toMillis(), TimeUnit.MILLISECONDS);
    exchange.addEndHandler(_ -> timer.cancel(false));
  }

  /** In HTTP/2, a body needs no header that announces it. */
  private static boolean hasNoBody(HttpServerRequest request) {
    return switch (request.version()) {
      case HTTP_1_0, HTTP_1_1 ->
          !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
              && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
      case HTTP_2 -> false;
    };
  }

  private void giveUp(RoutingContext exchange) {
    if (!exchange.request().isEnded()) {
      String detail = "The body was not there after " + bodyTime + "; send it faster, or less";
      Problem problem = Problem.of(ProblemType.TOO_SLOW, detail);
      Exchange.send(exchange, Answer.problem(problem, exchange.request().path()), NO_PATIENCE);
    }
  }
}
