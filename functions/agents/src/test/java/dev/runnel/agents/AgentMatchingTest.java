package dev.runnel.agents;

import static dev.runnel.agents.Given.agent;
import static dev.runnel.agents.Given.agents;
import static dev.runnel.agents.Given.rated;
import static dev.runnel.agents.Given.search;
import static dev.runnel.agents.Given.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentMatchingTest {

  private static final SkillVector TASK = vector(0, 0);

  @Test
  void nearestMeaningComesFirst() {
    var agents =
        agents(
            agent("far", "x", vector(5, 0)),
            agent("near", "x", vector(0, 0.1)),
            agent("nearer", "x", vector(0, 0)));
    assertThat(ids(AgentMatching.match(agents, search("x"), TASK)))
        .containsExactly("nearer", "near", "far");
  }

  @Test
  void ratingsDecideBetweenLikeAgents() {
    var near = agent("near", "x", vector(0, 0.1));
    var nearer = agent("nearer", "x", vector(0, 0));
    assertThat(ids(AgentMatching.match(agents(nearer, rated(near, 1, 50)), search("x"), TASK)))
        .containsExactly("near", "nearer");
  }

  @Test
  void noRatingMakesUpForAnotherSubject() {
    var near = rated(agent("near", "x", vector(0, 0.3)), 0, 1000);
    var far = rated(agent("far", "x", vector(9, 0)), 1, 1000);
    assertThat(ids(AgentMatching.match(agents(far, near), search("x"), TASK)))
        .containsExactly("near", "far");
  }

  @Test
  void scoreIsFourPartsLikenessAndOnePartQuality() {
    var agents = agents(rated(agent("one", "x", TASK), 0.9, 95));
    assertThat(AgentMatching.match(agents, search("x"), TASK).agents())
        .containsExactly(
            new MatchedAgent("one", "one", List.of(), 1, 0.88, 0.976, AgentMatching.BY_MEANING));
  }

  @Test
  void equalScoresAreOrderedById() {
    var agents = agents(agent("b", "x", TASK), agent("c", "x", TASK), agent("a", "x", TASK));
    assertThat(ids(AgentMatching.match(agents, search("x"), TASK))).containsExactly("a", "b", "c");
  }

  @Test
  void agentsNeedAllCapabilitiesInWhateverCase() {
    var agents =
        agents(
            agent("both", "x", TASK, " Java", "SECURITY"),
            agent("one", "x", TASK, "java"),
            agent("none", "x", TASK));
    var matched = AgentMatching.match(agents, search("x", "java", "security"), TASK);
    assertThat(ids(matched)).containsExactly("both");
    assertThat(matched.considered()).isEqualTo(1);
  }

  @Test
  void nobodyIsAnEmptyAnswer() {
    assertThat(AgentMatching.match(Agents.NONE, search("x"), TASK))
        .isEqualTo(new AgentsMatched(List.of(), 0, AgentMatching.BY_MEANING));
    assertThat(AgentMatching.match(Agents.NONE, search("x"), null))
        .isEqualTo(new AgentsMatched(List.of(), 0, AgentMatching.BY_WORDS));
  }

  @Test
  void namesNoMoreThanAskedFor() {
    var many = Agents.of(IntStream.range(0, 50).mapToObj(i -> agent("a" + i, "x", TASK)).toList());
    var matched = AgentMatching.match(many, new Search("x", Set.of(), 7), TASK);
    assertThat(matched.agents()).hasSize(7);
    assertThat(matched.considered()).isEqualTo(50);
  }

  @Test
  void agentsWithoutAVectorAreFoundByTheirWords() {
    var agents =
        agents(
            agent("vector", "translates contracts", vector(7, 0)),
            agent("words", "translates contracts", null));
    var matched = AgentMatching.match(agents, search("translates contracts"), TASK);
    assertThat(matched.by()).isEqualTo(AgentMatching.BY_MEANING);
    assertThat(ids(matched)).containsExactly("words", "vector");
    assertThat(matched.agents())
        .extracting(MatchedAgent::by)
        .containsExactly(AgentMatching.BY_WORDS, AgentMatching.BY_MEANING);
  }

  @Test
  void oppositeMeaningCountsAsUnrelated() {
    var opposite = SkillVector.of(Given.numbers(0, 0).stream().map(x -> -x).toList()).orElseThrow();
    assertThat(AgentMatching.match(agents(agent("a", "x", opposite)), search("x"), TASK).agents())
        .extracting(MatchedAgent::similarity)
        .containsExactly(0.0);
  }

  private static List<String> ids(AgentsMatched matched) {
    return matched.agents().stream().map(MatchedAgent::id).toList();
  }
}
