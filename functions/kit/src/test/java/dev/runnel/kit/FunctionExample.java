package dev.runnel.kit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A call of a function that reads JSON, once as it should be and once not: what {@link
 * FunctionContract} tests with.
 *
 * @param function the function's name
 * @param type type of the event that is sent
 * @param extensions extension attributes of the event
 * @param goodData JSON that the function answers
 * @param badData JSON that the function refuses with a 4xx problem
 */
public record FunctionExample(
    String function, String type, Map<String, String> extensions, String goodData, String badData) {

  public FunctionExample {
    extensions = Map.copyOf(extensions);
  }

  /** A call from anywhere. */
  public static FunctionExample of(String function, String type, String goodData, String badData) {
    return new FunctionExample(function, type, Map.of(), goodData, badData);
  }

  /**
   * The same as a call within a run: for {@code input: all} the data is then the whole {@code
   * {event, results}}, as the router makes it.
   */
  public FunctionExample withinRun() {
    var more = new TreeMap<>(extensions);
    more.put("runnelrun", "run-1");
    more.put("runnelstep", function);
    more.put("runnelattempt", "1");
    more.put("runnelkey", "run-1/" + function + "/" + function);
    return new FunctionExample(function, type, more, goodData, badData);
  }
}
