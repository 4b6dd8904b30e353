package dev.runnel.server.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Progress;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The event that tells what came of a run: {@code {run, state, results, failures, degraded}}. */
public final class RunCompleted {

  private static final JsonFactory JSON = new JsonFactory();

  private RunCompleted() {}

  /** The event of a run that is over. */
  public static Event of(Run run) {
    String type = run.state() == RunState.SUCCEEDED ? "completed" : "failed";
    return Event.of(id(run, type), "/runs/" + run.id(), "dev.runnel.run." + type, data(run));
  }

  /** A run that ends anew, since a step was redriven, tells so with another event. */
  private static String id(Run run, String type) {
    int endings = run.history().endings();
    return run.id() + "." + type + (endings > 1 ? "." + endings : "");
  }

  private static Data data(Run run) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("run", run.id());
      out.writeStringField("state", run.state().name().toLowerCase(Locale.ROOT));
      results(run, out);
      failures(run, out);
      degraded(run, out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Data(Data.JSON, bytes.toByteArray());
  }

  private static void results(Run run, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("results");
    for (Step goal : run.plan().goals()) {
      Outcome outcome = run.progress(goal.id()).outcome();
      if (run.progress(goal.id()).hasOutcome() && outcome != null) {
        out.writeFieldName(goal.function());
        JsonText.writeValue(outcome.value(), out);
      }
    }
    out.writeEndObject();
  }

  private static void failures(Run run, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("failures");
    for (Step goal : run.plan().goals()) {
      Progress progress = run.progress(goal.id());
      if (!progress.hasOutcome()) {
        out.writeFieldName(goal.function());
        ProblemDocument.write(problemOf(progress), "/runs/" + run.id(), out);
      }
    }
    out.writeEndObject();
  }

  private static void degraded(Run run, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("degraded");
    for (Step goal : run.plan().goals()) {
      if (run.progress(goal.id()).via() != null) {
        out.writeString(goal.function());
      }
    }
    out.writeEndArray();
  }

  private static Problem problemOf(Progress progress) {
    Problem problem = progress.problem();
    return problem == null
        ? Problem.of(ProblemType.CANCELLED, "The run was cancelled before it had an outcome")
        : problem;
  }
}
