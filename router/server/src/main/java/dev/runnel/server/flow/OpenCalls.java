package dev.runnel.server.flow;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that one run wants or makes, each with its turn. On the run's event loop only. */
final class OpenCalls {

  private record Attempt(String step, int number) {}

  /**
   * One of them.
   *
   * @param call null while it waits for its turn, or for its start to be written
   */
  private record Open(Turn turn, @Nullable Cancellable call) {

    void end() {
      if (call != null) {
        call.cancel();
      }
      turn.giveBack();
    }
  }

  private final Map<Attempt, Open> open = new HashMap<>();

  /** The call is wanted, and its turn is asked for. */
  void wanted(String step, int attempt, Turn turn) {
    open.put(new Attempt(step, attempt), new Open(turn, null));
  }

  /** Whether this is the turn that the call waits for. */
  boolean waits(String step, int attempt, Turn turn) {
    Open wanted = open.get(new Attempt(step, attempt));
    return wanted != null && wanted.turn().equals(turn);
  }

  /** The call is being made. */
  void made(String step, int attempt, Cancellable call) {
    open.computeIfPresent(new Attempt(step, attempt), (_, wanted) -> new Open(wanted.turn(), call));
  }

  /** The call has been answered. */
  void answered(String step, int attempt) {
    Open answered = open.remove(new Attempt(step, attempt));
    if (answered != null) {
      answered.turn().giveBack();
    }
  }

  /** The call is not to be made after all, if it is not being made. */
  void unwanted(String step, int attempt) {
    Open unwanted = open.get(new Attempt(step, attempt));
    if (unwanted != null && unwanted.call() == null) {
      abort(step, attempt);
    }
  }

  /** Nobody wants the call any more, made or not. */
  void abort(String step, int attempt) {
    Open aborted = open.remove(new Attempt(step, attempt));
    if (aborted != null) {
      aborted.end();
    }
  }

  /** Nobody wants any of them. */
  void abortAll() {
    List<Open> aborted = List.copyOf(open.values());
    open.clear();
    aborted.forEach(Open::end);
  }
}
