package dev.runnel.kit.backend;

import static dev.runnel.kit.backend.Request.encoded;

import dev.runnel.kit.coordination.CounterStore;
import io.vertx.core.http.HttpMethod;
import java.util.OptionalLong;

/** Counters that the router keeps. An addition is known again by its operation. */
record RemoteCounters(RouterCalls calls, String root) implements CounterStore {

  private static final String ABSENT = "no-such-counter";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  @Override
  public long add(String name, long delta, String operation) {
    String uri = path(name) + "?add=" + delta + "&operation=" + encoded(operation);
    return calls.change(Request.of(HttpMethod.POST, uri)).number("value");
  }

  @Override
  public OptionalLong read(String name) {
    RouterReply reply = calls.read(Request.of(HttpMethod.GET, path(name)), ABSENT);
    return reply.is(OK) ? OptionalLong.of(reply.number("value")) : OptionalLong.empty();
  }

  @Override
  public boolean remove(String name) {
    return calls.change(Request.of(HttpMethod.DELETE, path(name)), ABSENT).is(NO_CONTENT);
  }

  private String path(String name) {
    return root + "/" + encoded(name);
  }
}
