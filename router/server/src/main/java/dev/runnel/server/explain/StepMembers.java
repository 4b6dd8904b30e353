package dev.runnel.server.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.Input;
import dev.runnel.engine.plan.Step;
import dev.runnel.server.runs.Members;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A step of an account's plan as a JSON object; its parts are written as in manifests. */
final class StepMembers {

  private final PlannedStep planned;
  private final Step step;
  private final Members members;
  private final JsonGenerator out;

  private StepMembers(PlannedStep planned, Members members) {
    this.planned = planned;
    this.step = planned.step();
    this.members = members;
    this.out = members.out();
  }

  static void write(PlannedStep planned, Members members) throws IOException {
    new StepMembers(planned, members).write();
  }

  private void write() throws IOException {
    out.writeStartObject();
    members.text("id", step.id());
    members.text("function", step.function());
    members.text("kind", step.isChain() ? "Chain" : "Function");
    out.writeBooleanField("goal", step.isGoal());
    texts("needs", step.needs());
    members.text("after", step.after());
    out.writeArrayFieldStart("neededBy");
    for (String id : planned.neededBy()) {
      out.writeString(id);
    }
    out.writeEndArray();
    input();
    if (!step.with().isEmpty()) {
      texts("with", step.with());
    }
    out.writeArrayFieldStart("fallback");
    for (Fallback fallback : planned.fallbacks()) {
      fallback(fallback);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void texts(String name, Map<String, String> texts) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      members.text(text.getKey(), text.getValue());
    }
    out.writeEndObject();
  }

  private void input() throws IOException {
    Optional<Input> input = planned.input();
    if (input.isPresent()) {
      switch (input.get()) {
        case Input.OfEvent _ -> members.text("input", "event");
        case Input.All _ -> members.text("input", "all");
        case Input.OutputOf(String dependency) -> {
          out.writeObjectFieldStart("input");
          members.text("output-of", dependency);
          out.writeEndObject();
        }
      }
    }
  }

  private void fallback(Fallback fallback) throws IOException {
    switch (fallback) {
      case Fallback.ToFunction(String name) -> out.writeString(name);
      case Fallback.ToValue(var value) -> {
        out.writeStartObject();
        members.text("constant", PlannedStep.shown(value));
        out.writeEndObject();
      }
    }
  }
}
