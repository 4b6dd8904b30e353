package dev.runnel.agents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All agents at one moment: immutable, so that a search sees each agent either before or after. */
final class Agents {

  /** Every search looks at each agent once; with more, an index would be due. */
  static final int MOST = 10_000;

  static final Agents NONE = new Agents(Map.of());

  /**
   * An agent and what is compared with tasks, prepared once.
   *
   * @param capabilities its capabilities in their plain form
   * @param terms of its description and capabilities
   */
  record Entry(Agent agent, Set<String> capabilities, Terms terms) {

    static Entry of(Agent agent) {
      Stream<String> words =
          Stream.concat(Stream.of(agent.description()), agent.capabilities().stream());
      return new Entry(
          agent,
          agent.capabilities().stream().map(Agents::plain).collect(Collectors.toUnmodifiableSet()),
          Terms.of(words.collect(Collectors.joining("\n"))));
    }
  }

  private final Map<String, Entry> byId;

  private Agents(Map<String, Entry> byId) {
    this.byId = byId;
  }

  /** These agents; the last of one id stands. */
  static Agents of(List<Agent> agents) {
    var byId = new HashMap<String, Entry>();
    agents.forEach(agent -> byId.put(agent.id(), Entry.of(agent)));
    return new Agents(byId);
  }

  /** With these changes, one for each id. */
  Agents changed(List<AgentRecord> changes) {
    var byChanged = new HashMap<>(byId);
    for (AgentRecord change : changes) {
      Entry entry = change.entry();
      if (entry == null) {
        byChanged.remove(change.id());
      } else {
        byChanged.put(change.id(), entry);
      }
    }
    return new Agents(byChanged);
  }

  /** Without the agent of this id; the same agents when there is none. */
  Agents without(String id) {
    var fewer = new HashMap<>(byId);
    return fewer.remove(id) == null ? this : new Agents(fewer);
  }

  /** A capability as it is compared: without outer space and capitals. */
  static String plain(String capability) {
    return capability.strip().toLowerCase(Locale.ROOT);
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  int size() {
    return byId.size();
  }

  Collection<Entry> entries() {
    return byId.values();
  }
}
