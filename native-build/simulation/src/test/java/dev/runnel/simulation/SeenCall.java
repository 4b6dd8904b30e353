package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.server.invoke.Call;
import java.util.Objects;

/**
 * A call as whoever stands between router and function sees it.
 *
 * @param number of all calls, from 1: what the function answers carries it
 * @param machine whose call it is
 * @param undoes whether the call is to undo the step
 */
record SeenCall(
    long number,
    Machine machine,
    String function,
    String run,
    String step,
    int attempt,
    long epoch,
    boolean undoes) {

  private static final String UNDO = ".undo";

  static SeenCall of(long number, Machine machine, Call call) {
    Event event = call.event();
    String turn = said(event, RunnelExtensions.STEP);
    boolean undoes = turn.endsWith(UNDO);
    return new SeenCall(
        number,
        machine,
        call.function().name(),
        said(event, RunnelExtensions.RUN),
        undoes ? turn.substring(0, turn.length() - UNDO.length()) : turn,
        Integer.parseInt(said(event, RunnelExtensions.ATTEMPT)),
        Long.parseLong(said(event, RunnelExtensions.EPOCH)),
        undoes);
  }

  private static String said(Event event, String attribute) {
    return Objects.requireNonNull(event.attribute(attribute), attribute);
  }

  /** What a function answers to it. */
  String answer() {
    return "{\"by\":\"" + function + "\",\"call\":" + number + "}";
  }

  @Override
  public String toString() {
    return "call %d, %s of %s%s, attempt %d, epoch %d, by %s, run %s"
        .formatted(
            number, function, step, undoes ? " (undo)" : "", attempt, epoch, machine.router(), run);
  }

  /** The same for all calls of one function in one step. */
  String turn() {
    return run + "/" + step + "/" + function;
  }
}
