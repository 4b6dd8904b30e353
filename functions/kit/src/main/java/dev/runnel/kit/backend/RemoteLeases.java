package dev.runnel.kit.backend;

import static dev.runnel.kit.backend.Request.encoded;

import dev.runnel.kit.coordination.Holding;
import dev.runnel.kit.coordination.LeaseStore;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases that the router keeps. Whoever asks again is told the same, so that is done freely. */
record RemoteLeases(RouterCalls calls, String root) implements LeaseStore {

  private static final String FREE = "no-such-lease";
  private static final String HELD = "lease-held";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  @Override
  public Optional<Long> acquire(String name, String holder, Duration ttl) {
    String uri = path(name) + "?holder=" + encoded(holder) + "&ttl=" + ttl;
    RouterReply reply = calls.change(Request.of(HttpMethod.PUT, uri), HELD);
    return reply.is(OK) ? Optional.of(reply.number("token")) : Optional.empty();
  }

  @Override
  public boolean release(String name, long token) {
    String uri = path(name) + "?token=" + token;
    return calls.change(Request.of(HttpMethod.DELETE, uri), FREE).is(NO_CONTENT);
  }

  @Override
  public Optional<Holding> read(String name) {
    RouterReply reply = calls.read(Request.of(HttpMethod.GET, path(name)), FREE);
    return reply.is(OK)
        ? Optional.of(
            new Holding(
                reply.text("holder", "(?s).+"),
                reply.number("token"),
                Instant.parse(reply.text("until", "[-0-9T:.]{19,40}Z"))))
        : Optional.empty();
  }

  private String path(String name) {
    return root + "/" + encoded(name);
  }
}
