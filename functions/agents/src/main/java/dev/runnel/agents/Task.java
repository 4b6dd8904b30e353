package dev.runnel.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done.
 *
 * @param description in any words; required
 * @param capabilities which the agents must all have; none by default
 * @param limit how many agents to name: 1 to {@value #MOST}, {@value #USUAL} by default
 */
public record Task(
    @Nullable String description,
    @Nullable List<@Nullable String> capabilities,
    @Nullable Integer limit) {

  static final int MOST = 100;
  static final int USUAL = 5;
}
