package dev.runnel.postgres.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestWriter;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a plan, each of its manifests once. Equal plans give equal bytes. */
public final class PlanWriter {

  private final Map<Manifest, Integer> manifests = new LinkedHashMap<>();
  private final JsonGenerator out;
  private final ValueWriter values;

  private PlanWriter(JsonGenerator out) {
    this.out = out;
    this.values = new ValueWriter(out);
  }

  public static byte[] write(Plan plan) {
    return Format.write(out -> new PlanWriter(out).plan(plan));
  }

  private void plan(Plan plan) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("steps");
    for (Step step : plan.steps()) {
      out.writeStartObject();
      step(step);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("manifests");
    for (Manifest manifest : manifests.keySet()) {
      out.writeString(ManifestWriter.json(manifest));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void step(Step step) throws IOException {
    values.text("id", step.id());
    values.text("because", step.because());
    values.texts("needs", step.needs());
    values.texts("with", step.with());
    values.text("after", step.after());
    choices(step.choices());
  }

  private void choices(List<Choice> choices) throws IOException {
    out.writeArrayFieldStart("choices");
    for (Choice choice : choices) {
      out.writeStartObject();
      choice(choice);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void choice(Choice choice) throws IOException {
    switch (choice) {
      case Choice.Call(var function, var compensation) -> {
        values.number("call", position(function));
        if (compensation != null) {
          values.number("compensation", position(compensation));
        }
      }
      case Choice.Joined(var chain) -> values.number("joined", position(chain));
      case Choice.Constant(var value) -> values.data("constant", value);
    }
  }

  private int position(Manifest manifest) {
    Integer next = manifests.size();
    Integer known = manifests.putIfAbsent(manifest, next);
    return known == null ? next : known;
  }
}
