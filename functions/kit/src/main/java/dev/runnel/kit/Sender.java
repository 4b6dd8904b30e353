package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.Preferences;
import dev.runnel.contract.RunnelExtensions;
import io.vertx.core.MultiMap;

/** Who calls a function over HTTP, which decides what may be answered. */
enum Sender {
  /** The router, within a run: it takes everything that a function can answer. */
  RUN,
  /** Something such as a Knative broker, which routes one event in an answer on. */
  TAKES_A_REPLY,
  /** Anybody else, who reads the answer. */
  READS_THE_ANSWER;

  /** Who sent this event in a request of these headers. */
  static Sender of(MultiMap headers, Event event) {
    if (event.attribute(RunnelExtensions.RUN) != null) {
      return RUN;
    }
    boolean prefersReply =
        Preferences.find(headers.getAll("Prefer"), "reply").filter(String::isEmpty).isPresent();
    return prefersReply ? TAKES_A_REPLY : READS_THE_ANSWER;
  }
}
