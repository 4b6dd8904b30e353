package dev.runnel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a change: an agent as a file has it, or that the one of a file is retired.
 *
 * @param entry the agent, ready for searches; null: retired
 */
record AgentRecord(String id, Agents.@Nullable Entry entry) {

  static final String PREFIX = "agent/";

  private static final String ID = "id";
  private static final String RETIRED = "retired";

  static AgentRecord of(Agent agent) {
    return new AgentRecord(agent.id(), Agents.Entry.of(agent));
  }

  static AgentRecord retired(String id) {
    return new AgentRecord(id, null);
  }

  /** Reads it; fails where it is none. */
  static AgentRecord read(String key, JsonNode document) {
    String id = document.path(ID).asText();
    return document.path(RETIRED).asBoolean()
        ? retired(id)
        : of(AgentFile.read("the state, " + key, document));
  }

  /** Under which key: the id, or its hash where the id cannot be part of a key. */
  static String key(String id) {
    boolean plain =
        id.chars().noneMatch(Character::isISOControl) && UTF_8.newEncoder().canEncode(id);
    return PREFIX + (plain ? id : hash(id));
  }

  JsonNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put(ID, id);
    if (entry == null) {
      return document.put(RETIRED, true);
    }
    Agent agent = entry.agent();
    document.put("name", agent.name()).put("description", agent.description());
    agent.capabilities().forEach(document.putArray("capabilities")::add);
    document
        .putObject("quality")
        .put("mean", agent.quality().mean())
        .put("ratings", agent.quality().ratings());
    SkillVector vector = agent.vector();
    if (vector != null) {
      document.put("vector", vector.base64());
    }
    return document;
  }

  private static String hash(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
