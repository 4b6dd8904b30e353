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
   * @param begun whether its turn has come, and its start is written or about to be
   * @param call null until it is made
   */
  private record Open(Turn turn, boolean begun, @Nullable Cancellable call) {

    void end() {
      if (call != null) {
        call.cancel();
      }
      turn.giveBack();
    }
  }

  private final Map<Attempt, Open> open = new HashMap<>();

  /** Waits of those that have no turn yet, since their steps are not the first in their lines. */
  private final Map<Attempt, Cancellable> inLine = new HashMap<>();

  /** The call is wanted, and waits in a line. */
  void linedUp(String step, int attempt, Cancellable wait) {
    inLine.put(new Attempt(step, attempt), wait);
  }

  /** The call waits in its line no more. */
  void leftLine(String step, int attempt) {
    inLine.remove(new Attempt(step, attempt));
  }

  /** The call is wanted, and its turn is asked for. */
  void wanted(String step, int attempt, Turn turn) {
    open.put(new Attempt(step, attempt), new Open(turn, false, null));
  }

  /** Whether this is the turn that the call waits for. */
  boolean waits(String step, int attempt, Turn turn) {
    Open wanted = open.get(new Attempt(step, attempt));
    return wanted != null && wanted.turn().equals(turn);
  }

  /** The call's turn has come, and its start is going to be written. */
  void begun(String step, int attempt) {
    open.computeIfPresent(
        new Attempt(step, attempt), (_, wanted) -> new Open(wanted.turn(), true, null));
  }

  /** The call is being made. */
  void made(String step, int attempt, Cancellable call) {
    open.computeIfPresent(
        new Attempt(step, attempt), (_, wanted) -> new Open(wanted.turn(), true, call));
  }

  /** The call has been answered. */
  void answered(String step, int attempt) {
    Open answered = open.remove(new Attempt(step, attempt));
    if (answered != null) {
      answered.turn().giveBack();
    }
  }

  /** Whether more than turns is waited for. */
  boolean anyBegun() {
    for (Open each : open.values()) {
      if (each.begun()) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is waited for. */
  boolean isEmpty() {
    return open.isEmpty() && inLine.isEmpty();
  }

  /** The call is not begun after all, if it has not been. */
  void unwanted(String step, int attempt) {
    Open unwanted = open.get(new Attempt(step, attempt));
    if (unwanted != null && !unwanted.begun()) {
      abort(step, attempt);
    }
  }

  /** Nobody wants the call any more, made or not. */
  void abort(String step, int attempt) {
    var attempted = new Attempt(step, attempt);
    Cancellable wait = inLine.remove(attempted);
    if (wait != null) {
      wait.cancel();
    }
    Open aborted = open.remove(attempted);
    if (aborted != null) {
      aborted.end();
    }
  }

  /** Nobody wants any of them. */
  void abortAll() {
    inLine.values().forEach(Cancellable::cancel);
    inLine.clear();
    List<Open> aborted = List.copyOf(open.values());
    open.clear();
    aborted.forEach(Open::end);
  }
}
