package dev.runnel.server.invoke.http;

import io.vertx.core.MultiMap;

/** What came of one request. */
sealed interface RequestResult {

  /** A whole answer. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Whole(int status, MultiMap headers, byte[] body) implements RequestResult {}

  /** An answer whose body is longer than the limit; the rest was not read. */
  record TooLarge(int limit) implements RequestResult {}

  /** All connections are in use, and enough calls wait for one already; nothing was sent. */
  record Busy() implements RequestResult {}

  /** There was no connection; nothing was sent. */
  record Unsent(Throwable why) implements RequestResult {}

  /** The request was sent, at least in part, and there was no whole answer. */
  record Lost(Throwable why) implements RequestResult {}
}
