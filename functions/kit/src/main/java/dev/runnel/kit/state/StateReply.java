package dev.runnel.kit.state;

import io.vertx.core.MultiMap;
import java.util.Optional;

/** An answer over HTTP, whole. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StateReply(int status, MultiMap headers, byte[] body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The version that the answer names; fails where it names none. */
  long version() {
    return header("ETag")
        .filter(tag -> tag.matches("\"[1-9][0-9]{0,17}\""))
        .map(tag -> Long.parseLong(tag.substring(1, tag.length() - 1)))
        .orElseThrow(
            () -> new StateUnavailable("the answer names no version; is it the router's?"));
  }
}
