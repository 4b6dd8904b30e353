package dev.runnel.agents;

import dev.runnel.agents.AgentRules.Flaw;
import dev.runnel.kit.FunctionProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What callers sent as what the kernels take, or the problem that says what is wrong. A problem's
 * path is the sender's: a pointer into the event where the function is given all of it, else into
 * the event's data.
 */
final class Requests {

  private static final String ENCODER = "tensor-encode";
  private static final String DATA = "/data";

  private Requests() {}

  static Search search(TaskCall call) {
    var event = call.event();
    Task task = event == null ? null : event.data();
    if (task == null) {
      throw FunctionProblem.badData("The event has no JSON data; a task is expected.", DATA);
    }
    refuseAny(AgentRules.flaws(task), DATA);
    int limit = Objects.requireNonNullElse(task.limit(), Task.USUAL);
    if (limit < 1 || limit > Task.MOST) {
      throw FunctionProblem.badData(
          "The limit is %d; 1 to %d is expected.".formatted(limit, Task.MOST), DATA + "/limit");
    }
    Set<String> capabilities =
        Stream.ofNullable(task.capabilities())
            .flatMap(List::stream)
            .map(capability -> Agents.plain(Objects.requireNonNull(capability)))
            .collect(Collectors.toSet());
    return new Search(Objects.requireNonNull(task.description()), capabilities, limit);
  }

  static Agent agent(AgentCall call, SkillVector vector) {
    var event = call.event();
    AgentRegistered said = event == null ? null : event.data();
    if (said == null) {
      throw FunctionProblem.badData("The event has no JSON data; an agent is expected.", DATA);
    }
    return agent(said, vector, DATA);
  }

  static Agent agent(AgentRegistered said) {
    return agent(said, null, "");
  }

  static String id(AgentRetired retired) {
    refuseAny(AgentRules.flaws(retired), "");
    return Objects.requireNonNull(retired.id());
  }

  /**
   * The meaning of the event's description, which another function found.
   *
   * @param instead which function to call where nobody did
   */
  static SkillVector meaning(@Nullable Map<String, @Nullable Encoded> results, String instead) {
    Encoded encoded = results == null ? null : results.get(ENCODER);
    if (encoded == null || encoded.vector() == null) {
      throw FunctionProblem.badData(
          "The vector of the description is missing; this function runs after %s, which the router sees to. %s needs no vector."
              .formatted(ENCODER, instead),
          "/results/" + ENCODER + "/vector");
    }
    Optional<SkillVector> meaning = SkillVector.of(encoded.vector());
    return meaning.orElseThrow(
        () ->
            FunctionProblem.badData(
                "The vector has %d numbers; %d finite ones, not all zero, are expected."
                    .formatted(encoded.vector().size(), SkillVector.DIMENSIONS),
                "/results/" + ENCODER + "/vector"));
  }

  private static Agent agent(AgentRegistered said, @Nullable SkillVector vector, String prefix) {
    AgentRules.Reading reading = AgentRules.read(said, vector);
    refuseAny(reading.flaws(), prefix);
    return reading.agent();
  }

  private static void refuseAny(List<Flaw> flaws, String prefix) {
    if (!flaws.isEmpty()) {
      Flaw first = flaws.getFirst();
      throw FunctionProblem.badData(first.detail(), prefix + first.path());
    }
  }
}
