package dev.runnel.server.flow;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The calls that one run makes, or waits to make. On the run's event loop only. */
final class OpenCalls {

  private record Attempt(String step, int number) {}

  private final Map<Attempt, Cancellable> made = new HashMap<>();

  /** Those whose step is not known to be the first in its line. */
  private final Map<Attempt, Cancellable> waiting = new HashMap<>();

  /** The call is to be made when its turn has come. */
  void waits(String step, int attempt, Cancellable turn) {
    waiting.put(new Attempt(step, attempt), turn);
  }

  /** Its turn has come. */
  void waitsNoMore(String step, int attempt) {
    waiting.remove(new Attempt(step, attempt));
  }

  /** The call is being made. */
  void made(String step, int attempt, Cancellable call) {
    made.put(new Attempt(step, attempt), call);
  }

  /** The call has been answered. */
  void answered(String step, int attempt) {
    made.remove(new Attempt(step, attempt));
  }

  /** Whether no call is being made. */
  boolean isNoneMade() {
    return made.isEmpty();
  }

  /** Nobody wants the call any more, made or not. */
  void abort(String step, int attempt) {
    var attempted = new Attempt(step, attempt);
    Stream.of(made, waiting)
        .flatMap(open -> Stream.ofNullable(open.remove(attempted)))
        .forEach(Cancellable::cancel);
  }

  /** Nobody wants any of them. */
  void abortAll() {
    Stream.of(made, waiting).flatMap(open -> open.values().stream()).forEach(Cancellable::cancel);
    made.clear();
    waiting.clear();
  }
}
