package dev.runnel.agents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task with the results of the functions that ran before.
 *
 * @param results by function
 */
public record TaskCall(
    @Nullable TaskSubmitted event, @Nullable Map<String, @Nullable Encoded> results) {

  /** The task's event, as far as it is read. */
  public record TaskSubmitted(@Nullable Task data) {}
}
