package dev.runnel.agents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent with the results of the functions that ran before.
 *
 * @param results by function
 */
public record AgentCall(
    @Nullable AgentSubmitted event, @Nullable Map<String, @Nullable Encoded> results) {

  /** The agent's event, as far as it is read. */
  public record AgentSubmitted(@Nullable AgentRegistered data) {}
}
