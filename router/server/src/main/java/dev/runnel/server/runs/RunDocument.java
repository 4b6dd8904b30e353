package dev.runnel.server.runs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Event;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Progress;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.RunBrief;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as people see it: its state, and each step with its attempts and outputs, as JSON. */
final class RunDocument {

  private final Run run;
  private final RunState state;
  private final List<RunEvent> events;
  private final Map<String, List<Attempt>> attempts;
  private final Offshoots offshoots;
  private final Members members;
  private final JsonGenerator out;

  private RunDocument(
      List<RunEvent> events, List<RunBrief> children, Instant known, Members members) {
    this.run = Run.replay(events);
    this.state = Run.stateOf(events, known);
    this.events = events;
    this.attempts = Attempt.byStep(events);
    this.offshoots = Offshoots.of(events, children);
    this.members = members;
    this.out = members.out();
  }

  /**
   * The document.
   *
   * @param events all of the run, so far
   * @param children the runs that came out of it
   * @param known all that happened before then is among the events
   */
  static byte[] of(List<RunEvent> events, List<RunBrief> children, Instant known) {
    return Members.json(members -> new RunDocument(events, children, known, members).write());
  }

  private void write() throws IOException {
    RunEvent.Began began = (RunEvent.Began) events.getFirst();
    out.writeStartObject();
    members.text("id", run.id());
    members.word("state", state);
    members.lineage(began.lineage());
    members.event(run.event());
    members.time("began", began.at());
    members.time("deadline", run.deadline());
    members.time("ended", run.ended() == null ? null : events.getLast().at());
    out.writeArrayFieldStart("steps");
    for (Step step : run.plan().steps()) {
      step(step, run.progress(step.id()));
    }
    out.writeEndArray();
    lifecycle();
    out.writeEndObject();
  }

  private void step(Step step, Progress at) throws IOException {
    out.writeStartObject();
    members.text("id", step.id());
    members.text("function", step.function());
    members.word("state", at.state());
    out.writeBooleanField("goal", step.isGoal());
    members.text("because", step.because());
    out.writeObjectFieldStart("needs");
    for (Map.Entry<String, String> need : new TreeMap<>(step.needs()).entrySet()) {
      members.text(need.getKey(), need.getValue());
    }
    out.writeEndObject();
    members.text("after", step.after());
    members.text("via", at.via());
    members.outcome(at.outcome());
    // What was overcome stands at its attempt.
    members.problem(at.hasOutcome() ? null : at.problem(), run.id());
    members.time("due", at.due());
    members.text("deadLetter", letterOf(step));
    attempts(attempts.getOrDefault(step.id(), List.of()));
    outputs(step.id());
    out.writeEndObject();
  }

  private @Nullable String letterOf(Step step) {
    return run.history().deadLetterOf(step.id()).map(it -> it.id(run.id())).orElse(null);
  }

  private void attempts(List<Attempt> ofStep) throws IOException {
    out.writeArrayFieldStart("attempts");
    for (Attempt attempt : ofStep) {
      out.writeStartObject();
      out.writeNumberField("attempt", attempt.number());
      members.text("state", attempt.state());
      members.time("started", attempt.started());
      members.time("ended", attempt.ended());
      members.problem(attempt.problem(), run.id());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void outputs(String step) throws IOException {
    out.writeArrayFieldStart("outputs");
    for (Event output : offshoots.outputs(step)) {
      out.writeStartObject();
      members.text("id", output.id());
      members.text("type", output.type());
      members.text("run", offshoots.startedBy(output));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void lifecycle() throws IOException {
    out.writeArrayFieldStart("lifecycle");
    for (RunBrief child : offshoots.lifecycle()) {
      out.writeStartObject();
      members.text("id", child.event().id());
      members.text("type", child.event().type());
      members.text("run", child.id());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
