package dev.runnel.agents;

/**
 * An agent is not to be found any more.
 *
 * @param known whether it was there before
 * @param agents how many there are now
 */
public record AgentRemoved(String id, boolean known, int agents) {}
