package dev.runnel.kit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.StateUncertain;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Asks the router, several times where it does not answer. */
record RouterCalls(RouterConnection connection) {

  /** Before it is given up. */
  static final int ATTEMPTS = 3;

  private static final int UNSUCCESSFUL = 300;
  private static final int UNAVAILABLE = 503;

  /**
   * The answer to a request that changes nothing, or does no harm when it is made twice.
   *
   * @param problems codes of those that are answers, too
   */
  RouterReply read(Request request, String... problems) {
    return repeated(request, problems)
        .orElseThrow(
            () ->
                new StateUnavailable(
                    "the router did not answer %d times in a row".formatted(ATTEMPTS)));
  }

  /**
   * The answer to a request that changes something, once, however often it is made.
   *
   * @param problems codes of those that are answers, too
   */
  RouterReply change(Request request, String... problems) {
    return repeated(request, problems)
        .orElseThrow(() -> uncertain(request.uri().replaceFirst("\\?.*", "")));
  }

  private Optional<RouterReply> repeated(Request request, String... problems) {
    Optional<RouterReply> reply = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && reply.isEmpty(); attempt++) {
      reply = once(request, problems);
    }
    return reply;
  }

  /** The answer; empty: there is none, or the router does not know one itself. */
  Optional<RouterReply> once(Request request, String... problems) {
    RouterReply reply;
    try {
      reply = connection.ask(request);
    } catch (IOException unanswered) {
      return Optional.empty();
    }
    if (reply.status() == UNAVAILABLE) {
      return Optional.empty();
    }
    if (reply.status() < UNSUCCESSFUL || Set.of(problems).contains(reply.problem())) {
      return Optional.of(reply);
    }
    throw new StateRefused(
        reply.status(), "the router answered " + new String(reply.body(), UTF_8));
  }

  static StateUncertain uncertain(String what) {
    return new StateUncertain(
        "nobody knows whether %s was changed: the router gave no answer; read it again"
            .formatted(what));
  }
}
