package dev.runnel.agents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Agents, vectors and searches for the tests. */
final class Given {

  private Given() {}

  /** A vector that points along one axis, and a little along another. */
  static SkillVector vector(int axis, double lean) {
    return SkillVector.of(numbers(axis, lean)).orElseThrow();
  }

  /** The numbers of such a vector. */
  static List<@Nullable Float> numbers(int axis, double lean) {
    var numbers = new ArrayList<@Nullable Float>();
    for (int i = 0; i < SkillVector.DIMENSIONS; i++) {
      numbers.add(i == axis ? 1f : i == axis + 1 ? (float) lean : 0f);
    }
    return numbers;
  }

  static String base64(List<@Nullable Float> numbers) {
    var bytes = ByteBuffer.allocate(numbers.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    numbers.forEach(bytes::putFloat);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  static Agent agent(String id, String description, @Nullable SkillVector vector, String... can) {
    return new Agent(id, id, description, List.of(can), Quality.UNRATED, vector);
  }

  static Agent rated(Agent agent, double mean, int ratings) {
    var quality = new Quality(mean, ratings);
    return new Agent(
        agent.id(),
        agent.name(),
        agent.description(),
        agent.capabilities(),
        quality,
        agent.vector());
  }

  static Agents agents(Agent... agents) {
    return Agents.of(List.of(agents));
  }

  static Search search(String description, String... capabilities) {
    return new Search(description, Set.copyOf(Stream.of(capabilities).toList()), 5);
  }
}
