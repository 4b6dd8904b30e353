package dev.runnel.agents;

/**
 * An agent can be found from now on.
 *
 * @param agents how many there are now
 */
public record AgentKept(String id, int agents) {}
