package dev.runnel.server.invoke;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import java.util.List;
import java.util.Map;

/** What a function's answer is worth to its run. */
public final class Answers {

  /** An answer of this type is the step's value and goes nowhere else. */
  private static final String OUTCOME_ONLY = "dev.runnel.outcome";

  private Answers() {}

  /**
   * The function answered with one event: its data is the value, and it goes out, newly stamped.
   */
  public static CallResult succeeded(Call call, Event answer) {
    List<Event> outputs =
        answer.type().equals(OUTCOME_ONLY) ? List.of() : List.of(stamped(call, answer));
    return new CallResult.Succeeded(new Outcome(answer.data(), outputs));
  }

  /** The function had nothing to say: its value is null. */
  public static CallResult nothing() {
    return new CallResult.Succeeded(Outcome.of(Data.json("null")));
  }

  /** The router's own source and id: the same on every attempt, so that an echo is a duplicate. */
  private static Event stamped(Call call, Event answer) {
    String run = call.event().attribute("runnelrun");
    String step = call.event().attribute("runnelstep");
    return answer.with(
        Map.of("source", "/functions/" + call.function().name(), "id", run + "." + step + ".1"));
  }
}
