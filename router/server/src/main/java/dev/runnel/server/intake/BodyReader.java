package dev.runnel.server.intake;

import dev.runnel.contract.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Reads a request's body whatever its media type, and never keeps more of it than its limit. It
 * takes the place of Vert.x's own, which parses forms, and drops those of several parts, where an
 * event's data passes through unchanged.
 */
public final class BodyReader implements Handler<RoutingContext> {

  private static final String KEY = BodyReader.class.getName();
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final int TOO_LARGE = ProblemType.TOO_LARGE.status();
  private static final int MALFORMED = ProblemType.MALFORMED_REQUEST.status();

  private final int limit;

  /**
   * @param limit bytes
   */
  public BodyReader(int limit) {
    this.limit = limit;
  }

  /** The whole body, where a reader stood before on the route. */
  static byte[] bodyOf(RoutingContext request) {
    return request.<Buffer>get(KEY, Buffer.buffer()).getBytes();
  }

  /** Goes on to the route's next handler when the body is there, or fails the request. */
  @Override
  public void handle(RoutingContext request) {
    HttpServerRequest http = request.request();
    if (declaresMore(http)) {
      request.fail(TOO_LARGE);
      return;
    }
    if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
      http.response().writeContinue();
    }
    Buffer kept = Buffer.buffer();
    http.handler(part -> keep(part, kept, request));
    http.endHandler(end -> whole(kept, request));
    http.exceptionHandler(broken -> request.fail(MALFORMED, broken));
    // Quarkus hands requests over paused.
    http.resume();
  }

  private boolean declaresMore(HttpServerRequest http) {
    String length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > limit;
  }

  private void keep(Buffer part, Buffer kept, RoutingContext request) {
    if (kept.length() + part.length() <= limit) {
      kept.appendBuffer(part);
    } else {
      request.request().handler(rest -> {}).endHandler(end -> {});
      request.fail(TOO_LARGE);
    }
  }

  private static void whole(Buffer kept, RoutingContext request) {
    request.request().exceptionHandler(gone -> {}); // a caller that hangs up stops nothing
    request.put(KEY, kept);
    request.next();
  }
}
