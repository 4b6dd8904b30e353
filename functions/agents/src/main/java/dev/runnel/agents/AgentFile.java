package dev.runnel.agents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of agents: a JSON array of objects as {@link AgentRegistered} has them, each with an
 * optional {@code vector} ({@value SkillVector#DIMENSIONS} little-endian 32-bit numbers in base64).
 * The first thing that is wrong ends the reading with its place and what would be right.
 */
final class AgentFile {

  private static final long LONGEST = 64L << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LONGEST)
                          .maxNestingDepth(16)
                          .maxStringLength(1 << 16)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String name;
  private final List<Agent> agents = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private AgentFile(String name) {
    this.name = name;
  }

  /** The agents of a file, whose name serves for messages. */
  static List<Agent> read(String name, InputStream file) {
    var reading = new AgentFile(name);
    try (JsonParser json = JSON.createParser(file)) {
      reading.readAll(json);
    } catch (JsonProcessingException e) {
      throw reading.broken(
          e.getLocation(), "It is not the JSON that was expected: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("The agents file " + name + " cannot be read.", e);
    }
    return reading.agents;
  }

  /** The agent of one such object, from a place whose name serves for messages. */
  static Agent read(String name, JsonNode object) {
    try {
      return new AgentFile(name).agent(object, JsonLocation.NA);
    } catch (IOException e) {
      throw new IllegalStateException("The agent in " + name + " cannot be read.", e);
    }
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw broken(json.currentTokenLocation(), "An array of agents is expected.");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JsonLocation start = json.currentTokenLocation();
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw broken(
            start, "An agent is expected, which is an object with id, name and description.");
      }
      if (agents.size() == Agents.MOST) {
        throw broken(
            start, "At most %,d agents are allowed; leave out the others.".formatted(Agents.MOST));
      }
      agents.add(agent(json.readValueAsTree(), start));
    }
    if (json.nextToken() != null) {
      throw broken(json.currentTokenLocation(), "Nothing is expected after the array.");
    }
  }

  private Agent agent(JsonNode node, JsonLocation start) throws IOException {
    var said = JSON.treeToValue(node, AgentRegistered.class);
    AgentRules.Reading reading = AgentRules.read(said, vector(node.get("vector"), start));
    if (!reading.flaws().isEmpty()) {
      AgentRules.Flaw first = reading.flaws().getFirst();
      throw broken(start, first.path() + ": " + first.detail());
    }
    if (!ids.add(reading.agent().id())) {
      throw broken(start, "/id: An agent before has it already; each needs its own.");
    }
    return reading.agent();
  }

  private @Nullable SkillVector vector(@Nullable JsonNode node, JsonLocation start) {
    if (node == null || node.isNull()) {
      return null;
    }
    return SkillVector.ofBase64(node.asText())
        .orElseThrow(
            () ->
                broken(
                    start,
                    "/vector: The base64 of %d little-endian 32-bit numbers, finite and not all zero, is expected; or leave it out."
                        .formatted(SkillVector.DIMENSIONS)));
  }

  private IllegalStateException broken(@Nullable JsonLocation at, String detail) {
    String place =
        at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return new IllegalStateException(
        "The agents file %s is broken: agent %d%s: %s"
            .formatted(name, agents.size() + 1, place, detail));
  }
}
