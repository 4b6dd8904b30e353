package dev.runnel.agents;

import dev.runnel.kit.FunctionProblem;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The agents that can be found now, filled from a file when the application starts. Changes are
 * swaps of an immutable whole, so searches never wait; they live as long as the process.
 */
@Startup
@ApplicationScoped
class AgentDirectory {

  private static final String SAMPLE = "/dev/runnel/agents/agents.json";

  /** Read once, and for a native executable when it is built. */
  private static final class Sample {
    static final Agents AGENTS = sample();
  }

  private volatile Agents current;

  AgentDirectory(@ConfigProperty(name = "runnel.agents.file") Optional<Path> file) {
    current = file.map(AgentDirectory::read).orElseGet(() -> Sample.AGENTS);
  }

  /** All agents at this moment. */
  Agents agents() {
    return current;
  }

  /** Adds the agent, or replaces the one of its id; answers who is there then. */
  synchronized Agents register(Agent agent) {
    current = withRoom(current, agent.id()).with(agent);
    return current;
  }

  /** Removes the agent of this id, if there is one; answers who was there before. */
  synchronized Agents retire(String id) {
    Agents before = current;
    current = before.without(id);
    return before;
  }

  private static Agents withRoom(Agents agents, String id) {
    if (agents.size() >= Agents.MOST && !agents.has(id)) {
      throw FunctionProblem.of(
          409,
          "directory-full",
          "There are %,d agents already, which is the most; retire one first."
              .formatted(agents.size()),
          null);
    }
    return agents;
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
