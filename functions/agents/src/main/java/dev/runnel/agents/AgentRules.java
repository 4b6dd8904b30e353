package dev.runnel.agents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's parts may be, wherever the agent comes from; finds every part that may not be.
 */
final class AgentRules {

  static final int LONGEST_DESCRIPTION = 8_192;
  static final int MOST_CAPABILITIES = 64;
  static final int LONGEST_CAPABILITY = 64;
  static final int LONGEST_ID = 128;
  static final int LONGEST_NAME = 256;

  /**
   * A part of what somebody sent that is not as it must be.
   *
   * @param path JSON Pointer into what was sent
   * @param detail what was seen, what was expected
   */
  record Flaw(String path, String detail) {}

  /**
   * What came of reading an agent.
   *
   * @param agent to be used only when there are no flaws
   */
  record Reading(Agent agent, List<Flaw> flaws) {

    Reading {
      flaws = List.copyOf(flaws);
    }
  }

  private final List<Flaw> flaws = new ArrayList<>();

  private AgentRules() {}

  static Reading read(AgentRegistered said, @Nullable SkillVector vector) {
    var rules = new AgentRules();
    var agent =
        new Agent(
            rules.text(said.id(), "/id", LONGEST_ID),
            rules.text(said.name(), "/name", LONGEST_NAME),
            rules.text(said.description(), "/description", LONGEST_DESCRIPTION),
            rules.capabilities(said.capabilities()),
            rules.quality(said.quality()),
            vector);
    return new Reading(agent, rules.flaws);
  }

  /** The flaws of what a task has in common with agents. */
  static List<Flaw> flaws(Task said) {
    var rules = new AgentRules();
    rules.text(said.description(), "/description", LONGEST_DESCRIPTION);
    rules.capabilities(said.capabilities());
    return List.copyOf(rules.flaws);
  }

  /** The flaws of an agent's id alone. */
  static List<Flaw> flaws(AgentRetired said) {
    var rules = new AgentRules();
    rules.text(said.id(), "/id", LONGEST_ID);
    return List.copyOf(rules.flaws);
  }

  private String text(@Nullable String said, String path, int longest) {
    if (said == null || said.isBlank()) {
      flaws.add(
          new Flaw(
              path, (said == null ? "It is missing" : "It is blank") + "; a text is expected."));
      return "";
    }
    int length = said.codePointCount(0, said.length());
    if (length > longest) {
      flaws.add(
          new Flaw(
              path, "It has %,d characters; at most %,d are allowed.".formatted(length, longest)));
    }
    return said;
  }

  private List<String> capabilities(@Nullable List<@Nullable String> said) {
    if (said == null) {
      return List.of();
    }
    if (said.size() > MOST_CAPABILITIES) {
      flaws.add(
          new Flaw(
              "/capabilities",
              "There are %,d; at most %d are allowed.".formatted(said.size(), MOST_CAPABILITIES)));
      return List.of();
    }
    var capabilities = new ArrayList<String>();
    for (String one : said) {
      capabilities.add(text(one, "/capabilities/" + capabilities.size(), LONGEST_CAPABILITY));
    }
    return capabilities;
  }

  private Quality quality(AgentRegistered.@Nullable Rating said) {
    if (said == null) {
      return Quality.UNRATED;
    }
    Double mean = said.mean();
    if (mean == null || !(mean >= 0 && mean <= 1)) {
      flaws.add(new Flaw("/quality/mean", "It is " + mean + "; a number from 0 to 1 is expected."));
      return Quality.UNRATED;
    }
    Integer ratings = said.ratings();
    if (ratings == null || ratings < 0) {
      flaws.add(
          new Flaw("/quality/ratings", "It is " + ratings + "; a number from 0 up is expected."));
      return Quality.UNRATED;
    }
    return new Quality(mean, ratings);
  }
}
