package dev.runnel.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as its owner describes it; {@link AgentRules} says what each part may be.
 *
 * @param id replaces the agent that has it already
 * @param quality null when nobody has rated the agent
 */
public record AgentRegistered(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable List<@Nullable String> capabilities,
    @Nullable Rating quality) {

  /**
   * The ratings so far.
   *
   * @param mean their mean, 0 to 1
   * @param ratings how many there are
   */
  public record Rating(@Nullable Double mean, @Nullable Integer ratings) {}
}
