package dev.runnel.agents;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the agents that can do a task. The score is 0.8 of likeness and 0.2 of quality: fit comes
 * first, and ratings decide between agents whose likeness differs by less than a quarter of what
 * their ratings differ by. Numbers are rounded to three decimals before they are compared, so that
 * every machine gives the same order; equal scores are ordered by id.
 */
final class AgentMatching {

  static final String BY_MEANING = "meaning";
  static final String BY_WORDS = "words";

  private static final double WEIGHT_OF_SIMILARITY = 0.8;

  private static final Comparator<MatchedAgent> BEST_FIRST =
      Comparator.comparingDouble(MatchedAgent::score).reversed().thenComparing(MatchedAgent::id);

  private AgentMatching() {}

  /**
   * The best agents that have all capabilities.
   *
   * @param meaning of the task's description; null compares words instead. Agents without a vector
   *     of their own are compared by words in any case, so that each can be found.
   */
  static AgentsMatched match(Agents agents, Search search, @Nullable SkillVector meaning) {
    List<Agents.Entry> able =
        agents.entries().stream()
            .filter(entry -> entry.capabilities().containsAll(search.capabilities()))
            .toList();
    var words = new LexicalIndex(Terms.of(search.description()), texts(agents, able, meaning));
    List<MatchedAgent> best =
        able.stream()
            .map(entry -> matched(entry, meaning, words))
            .sorted(BEST_FIRST)
            .limit(search.limit())
            .toList();
    return new AgentsMatched(best, able.size(), meaning == null ? BY_WORDS : BY_MEANING);
  }

  /** What words are compared with: nothing where every able agent is compared by meaning. */
  private static List<Terms> texts(
      Agents agents, List<Agents.Entry> able, @Nullable SkillVector meaning) {
    boolean needed =
        meaning == null || able.stream().anyMatch(entry -> entry.agent().vector() == null);
    return needed ? agents.entries().stream().map(Agents.Entry::terms).toList() : List.of();
  }

  private static MatchedAgent matched(
      Agents.Entry entry, @Nullable SkillVector meaning, LexicalIndex words) {
    SkillVector skills = entry.agent().vector();
    if (meaning == null || skills == null) {
      return matched(entry.agent(), words.similarity(entry.terms()), BY_WORDS);
    }
    // Below zero is no worse than unrelated.
    return matched(entry.agent(), Math.max(0, meaning.cosine(skills)), BY_MEANING);
  }

  private static MatchedAgent matched(Agent agent, double likeness, String by) {
    double similarity = rounded(likeness);
    double quality = rounded(agent.quality().expected());
    double score = WEIGHT_OF_SIMILARITY * similarity + (1 - WEIGHT_OF_SIMILARITY) * quality;
    return new MatchedAgent(
        agent.id(), agent.name(), agent.capabilities(), similarity, quality, rounded(score), by);
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
