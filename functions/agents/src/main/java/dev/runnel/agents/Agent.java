package dev.runnel.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone or something that takes tasks.
 *
 * @param description what it does, in a sentence or two
 * @param capabilities short words that tasks may require, such as {@code translation}
 * @param vector the meaning of its description, or null where nobody computed it
 */
record Agent(
    String id,
    String name,
    String description,
    List<String> capabilities,
    Quality quality,
    @Nullable SkillVector vector) {

  Agent {
    capabilities = List.copyOf(capabilities);
  }
}
