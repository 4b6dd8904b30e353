package dev.runnel.contract;

import java.util.List;

/**
 * What a call of a function produced: the step's value, and the events that go out with it.
 *
 * @param value the data of the one event that was answered, JSON {@code null} where nothing was
 * @param outputs the events whose types the manifest names under {@code produces}; empty for a
 *     function that only has an outcome
 */
public record Outcome(Data value, List<Event> outputs) {

  /**
   * The type of the event that carries a value over the wire where the function produces no events:
   * the step's value, never an output.
   */
  public static final String EVENT_TYPE = "dev.runnel.outcome";

  /** Events that one call may answer with. */
  public static final int MAX_EVENTS = 1_000;

  public Outcome {
    outputs = List.copyOf(outputs);
  }

  /** A value without outputs. */
  public static Outcome of(Data value) {
    return new Outcome(value, List.of());
  }
}
