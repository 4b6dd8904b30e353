package dev.runnel.agents;

import org.jspecify.annotations.Nullable;

/** An agent takes no more tasks. */
public record AgentRetired(@Nullable String id) {}
