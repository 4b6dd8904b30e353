package dev.runnel.server.invoke;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.Hops;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a function's answer is worth to its run. */
public final class Answers {

  private static final JsonFactory JSON = new JsonFactory();

  private Answers() {}

  /**
   * The function answered with these events, or with none: their data is the step's value, and
   * those that its manifest produces go out, newly stamped.
   */
  public static CallResult of(Call call, List<Event> answer) {
    if (answer.isEmpty()) {
      return new CallResult.Succeeded(Outcome.of(Data.json("null")));
    }
    if (answer.size() == 1 && answer.getFirst().type().equals(Outcome.EVENT_TYPE)) {
      return new CallResult.Succeeded(Outcome.of(answer.getFirst().data()));
    }
    return whyNot(call, answer)
        .map(Answers::unusable)
        .orElseGet(
            () -> new CallResult.Succeeded(new Outcome(value(answer), stamped(call, answer))));
  }

  /** The function ran and answered with something that is worth nothing. */
  public static CallResult unusable(String detail) {
    Problem problem = Problem.of(ProblemType.MALFORMED_REPLY, detail);
    return new CallResult.Failed(new Failure(problem, Certainty.UNKNOWN));
  }

  private static Optional<String> whyNot(Call call, List<Event> answer) {
    String name = call.function().name();
    List<String> produces = call.function().produces();
    if (answer.size() > Outcome.MAX_EVENTS) {
      return Optional.of(
          name
              + " answered with "
              + answer.size()
              + " events, at most "
              + Outcome.MAX_EVENTS
              + " are taken");
    }
    return answer.stream().allMatch(event -> produces.contains(event.type()))
        ? Optional.empty()
        : Optional.of(
            name
                + " answered with an event of a type that its manifest does not name; expected "
                + (produces.isEmpty() ? "an outcome, as it produces none" : "one of " + produces));
  }

  /** The one event's data; of several, the JSON array of their data. */
  private static Data value(List<Event> answer) {
    if (answer.size() == 1) {
      return answer.getFirst().data();
    }
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartArray();
      answer.forEach(event -> JsonText.writeValue(event.data(), out));
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a value could not be written to memory", e);
    }
    return new Data(Data.JSON, bytes.toByteArray());
  }

  private static List<Event> stamped(Call call, List<Event> answer) {
    var outputs = new ArrayList<Event>();
    for (Event event : answer) {
      outputs.add(stamped(call.event(), call.function().name(), event, outputs.size() + 1));
    }
    return outputs;
  }

  /** The router's own source and id: the same on every attempt, so that an echo is a duplicate. */
  private static Event stamped(Event call, String function, Event answer, int place) {
    Map<String, String> attributes =
        answer.attributes().entrySet().stream()
            .filter(attribute -> !RunnelExtensions.include(attribute.getKey()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    String trace = call.attribute("traceparent");
    if (trace != null) {
      attributes.putIfAbsent("traceparent", trace);
    }
    attributes.put("source", "/functions/" + function);
    attributes.put(
        "id",
        call.attribute(RunnelExtensions.RUN)
            + "."
            + call.attribute(RunnelExtensions.STEP)
            + "."
            + place);
    attributes.put(RunnelExtensions.HOPS, Integer.toString(Hops.of(call) + 1));
    return new Event(new TreeMap<>(attributes), answer.data());
  }
}
