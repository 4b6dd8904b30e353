package dev.runnel.agents;

import dev.runnel.kit.FunctionProblem;
import dev.runnel.kit.state.State;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The agents that can be found now: those of a file, and what was changed since, which all
 * instances share. Changes are swaps of an immutable whole, so that searches see each agent before
 * or after.
 */
@Startup
@ApplicationScoped
class AgentDirectory {

  private static final String SAMPLE = "/dev/runnel/agents/agents.json";

  /** Read once, and for a native executable when it is built. */
  private static final class Sample {
    static final Agents AGENTS = sample();
  }

  private final Agents first;
  private final SharedAgents shared;

  AgentDirectory(@ConfigProperty(name = "runnel.agents.file") Optional<Path> file, State state) {
    first = file.map(AgentDirectory::read).orElseGet(() -> Sample.AGENTS);
    shared = new SharedAgents(first, state, System::nanoTime);
  }

  /** All agents, as they were at most a second ago. */
  Agents agents() {
    return shared.recent();
  }

  /** Adds the agent, or replaces the one of its id; answers who is there then. */
  Agents register(Agent agent) {
    withRoom(shared.now(), agent.id());
    return shared.keep(agent);
  }

  /** Removes the agent of this id, if there is one; answers who was there before. */
  Agents retire(String id) {
    Agents before = shared.now();
    shared.retire(id, first.has(id));
    return before;
  }

  private static void withRoom(Agents agents, String id) {
    if (agents.size() >= Agents.MOST && !agents.has(id)) {
      throw FunctionProblem.of(
          409,
          "directory-full",
          "There are %,d agents already, which is the most; retire one first."
              .formatted(agents.size()),
          null);
    }
  }

  private static Agents read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Agents.of(AgentFile.read(file.toString(), in));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The agents file %s cannot be read; runnel.agents.file names a JSON file of agents, or nothing for the sample."
              .formatted(file),
          e);
    }
  }

  private static Agents sample() {
    try (InputStream in = AgentDirectory.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException(SAMPLE + " is not on the class path.");
      }
      return Agents.of(AgentFile.read(SAMPLE, in));
    } catch (IOException e) {
      throw new IllegalStateException(SAMPLE + " cannot be read.", e);
    }
  }
}
