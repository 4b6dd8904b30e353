/**
 * Finds the agents whose skills fit a task. {@link dev.runnel.agents.AgentsFunction} is what the
 * platform calls, {@link dev.runnel.agents.AgentMatching} decides, {@link
 * dev.runnel.agents.AgentDirectory} holds the agents, {@link dev.runnel.agents.AgentFile} reads
 * them.
 */
@NullMarked
package dev.runnel.agents;

import org.jspecify.annotations.NullMarked;
