package dev.runnel.agents;

import io.quarkus.funqy.Funq;

/** The functions of the agents: find, register, retire. */
public class AgentsFunction {

  private static final String MATCH_LEXICAL = "agents-match-lexical";
  private static final String REGISTER_PLAIN = "agents-register-plain";

  private final AgentDirectory directory;

  AgentsFunction(AgentDirectory directory) {
    this.directory = directory;
  }

  /** Finds agents by what the task means. */
  @Funq("agents-match")
  public AgentsMatched match(TaskCall call) {
    Search search = Requests.search(call);
    SkillVector meaning = Requests.meaning(call.results(), MATCH_LEXICAL);
    return AgentMatching.match(directory.agents(), search, meaning);
  }

  /** Finds agents by the task's words, for when nobody can tell what it means. */
  @Funq(MATCH_LEXICAL)
  public AgentsMatched matchLexical(TaskCall call) {
    return AgentMatching.match(directory.agents(), Requests.search(call), null);
  }

  /** Adds or replaces an agent that can be found by meaning. */
  @Funq("agents-register")
  public AgentKept register(AgentCall call) {
    SkillVector vector = Requests.meaning(call.results(), REGISTER_PLAIN);
    return keep(Requests.agent(call, vector));
  }

  /** Adds or replaces an agent that can be found by words. */
  @Funq(REGISTER_PLAIN)
  public AgentKept registerPlain(AgentRegistered said) {
    return keep(Requests.agent(said));
  }

  /** Removes an agent. */
  @Funq("agents-retire")
  public AgentRemoved retire(AgentRetired retired) {
    String id = Requests.id(retired);
    Agents before = directory.retire(id);
    return new AgentRemoved(id, before.has(id), before.without(id).size());
  }

  private AgentKept keep(Agent agent) {
    return new AgentKept(agent.id(), directory.register(agent));
  }
}
