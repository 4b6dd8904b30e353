package dev.runnel.agents;

import java.util.List;

/**
 * Who can do the task.
 *
 * @param agents the best first; empty when nobody has all capabilities
 * @param considered how many agents have all capabilities
 * @param by whether the search was one by {@code meaning} or by {@code words}
 */
public record AgentsMatched(List<MatchedAgent> agents, int considered, String by) {

  public AgentsMatched {
    agents = List.copyOf(agents);
  }
}
