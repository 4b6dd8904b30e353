package dev.runnel.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request, never keeping more of it than its limit. */
final class BoundedBody {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final HttpServerRequest request;
  private final int limit;
  private final long declared;
  private final GrowingBody kept;
  private final BodyRoom room = BodyRoom.shared();
  private long counted;

  private BoundedBody(HttpServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
    this.declared = declared(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    this.kept = new GrowingBody(limit, declared);
  }

  /** The body, or that it is too large: known from its declared length, or as soon as it is. */
  static Uni<BodyReading> read(HttpServerRequest request, int limit) {
    return Uni.createFrom().emitter(emitter -> new BoundedBody(request, limit).read(emitter));
  }

  private void read(UniEmitter<? super BodyReading> emitter) {
    if (request.isEnded()) {
      // Somebody before has read it, and whoever comes after only answers.
      emitter.complete(new BodyReading.Whole(kept.whole()));
      return;
    }
    if (declared > limit) {
      emitter.complete(new BodyReading.TooLarge(limit));
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    emitter.onTermination(() -> room.give(counted));
    request.handler(part -> keep(part, emitter));
    request.endHandler(end -> emitter.complete(new BodyReading.Whole(kept.whole())));
    request.exceptionHandler(emitter::fail);
    // Quarkus hands requests over paused.
    request.resume();
  }

  private void keep(Buffer part, UniEmitter<? super BodyReading> emitter) {
    if (!kept.add(part)) {
      request.pause();
      emitter.complete(new BodyReading.TooLarge(limit));
    } else if (!takeRoom()) {
      request.pause();
      emitter.complete(new BodyReading.NoRoom());
    }
  }

  private boolean takeRoom() {
    long more = Math.max(0, kept.taken() - BodyRoom.UNCOUNTED) - counted;
    if (more > 0 && !room.take(more)) {
      return false;
    }
    counted += more;
    return true;
  }

  private static long declared(@Nullable String length) {
    return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
  }
}
