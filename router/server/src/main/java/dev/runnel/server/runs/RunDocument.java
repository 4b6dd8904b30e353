package dev.runnel.server.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Event;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Progress;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as people see it: its state, and each step with its attempts, as JSON. */
final class RunDocument {

  private static final JsonFactory JSON = new JsonFactory();

  private final Run run;
  private final List<RunEvent> events;
  private final Map<String, List<Attempt>> attempts;
  private final JsonGenerator out;

  private RunDocument(List<RunEvent> events, JsonGenerator out) {
    this.run = Run.replay(events);
    this.events = events;
    this.attempts = Attempt.byStep(events);
    this.out = out;
  }

  static byte[] of(List<RunEvent> events) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      new RunDocument(events, out).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write() throws IOException {
    out.writeStartObject();
    out.writeStringField("id", run.id());
    out.writeStringField("state", word(run.state()));
    event(run.event());
    time("began", events.getFirst().at());
    time("deadline", run.deadline());
    time("ended", run.ended() == null ? null : events.getLast().at());
    out.writeArrayFieldStart("steps");
    for (Step step : run.plan().steps()) {
      step(step, run.progress(step.id()));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void event(Event event) throws IOException {
    out.writeObjectFieldStart("event");
    for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
      out.writeStringField(attribute.getKey(), attribute.getValue());
    }
    out.writeEndObject();
  }

  private void step(Step step, Progress at) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", step.id());
    out.writeStringField("function", step.function());
    out.writeStringField("state", word(at.state()));
    out.writeBooleanField("goal", step.isGoal());
    text("because", step.because());
    out.writeObjectFieldStart("needs");
    for (Map.Entry<String, String> need : new TreeMap<>(step.needs()).entrySet()) {
      out.writeStringField(need.getKey(), need.getValue());
    }
    out.writeEndObject();
    text("after", step.after());
    text("via", at.via());
    if (at.outcome() != null) {
      out.writeFieldName("outcome");
      JsonText.writeValue(at.outcome().value(), out);
    }
    problem(at.hasOutcome() ? null : at.problem()); // what was overcome stands at its attempt
    time("due", at.due());
    attempts(attempts.getOrDefault(step.id(), List.of()));
    out.writeEndObject();
  }

  private void attempts(List<Attempt> ofStep) throws IOException {
    out.writeArrayFieldStart("attempts");
    for (Attempt attempt : ofStep) {
      out.writeStartObject();
      out.writeNumberField("attempt", attempt.number());
      out.writeStringField("state", attempt.state());
      time("started", attempt.started());
      time("ended", attempt.ended());
      problem(attempt.problem());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void problem(@Nullable Problem problem) throws IOException {
    if (problem != null) {
      out.writeFieldName("problem");
      ProblemDocument.write(problem, "/runs/" + run.id(), out);
    }
  }

  private void time(String name, @Nullable Instant at) throws IOException {
    text(name, at == null ? null : at.toString());
  }

  private void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
