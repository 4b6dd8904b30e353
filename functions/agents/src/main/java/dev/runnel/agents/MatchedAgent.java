package dev.runnel.agents;

import java.util.List;

/**
 * An agent that can do the task. All numbers are from 0 to 1, with three decimals.
 *
 * @param skills its capabilities
 * @param similarity how alike its description and the task's are
 * @param quality how good its work can be expected to be
 * @param score what it is ranked by
 * @param by whether its similarity is one of {@code meaning} or of {@code words}
 */
public record MatchedAgent(
    String id,
    String name,
    List<String> skills,
    double similarity,
    double quality,
    double score,
    String by) {

  public MatchedAgent {
    skills = List.copyOf(skills);
  }
}
