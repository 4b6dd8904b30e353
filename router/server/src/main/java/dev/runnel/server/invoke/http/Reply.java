package dev.runnel.server.invoke.http;

import io.vertx.core.MultiMap;

/** What came of one request. */
sealed interface Reply {

  /** A whole answer. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Whole(int status, MultiMap headers, byte[] body) implements Reply {}

  /** An answer whose body is longer than the limit; the rest was not read. */
  record TooLarge(int limit) implements Reply {}

  /** All connections are in use, and enough calls wait for one already; nothing was sent. */
  record Busy() implements Reply {}

  /** There was no connection; nothing was sent. */
  record Unsent(Throwable why) implements Reply {}

  /** The request was sent, at least in part, and there was no whole answer. */
  record Lost(Throwable why) implements Reply {}
}
