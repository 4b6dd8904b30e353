package dev.runnel.postgres.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import dev.runnel.journal.UnreadableRecord;
import java.util.List;

/** Reads a plan. */
public final class PlanReader {

  private final List<Manifest> manifests;

  private PlanReader(List<Manifest> manifests) {
    this.manifests = manifests;
  }

  /**
   * The plan that {@link PlanWriter} wrote.
   *
   * @throws UnreadableRecord where it cannot be read
   */
  public static Plan read(byte[] stored) {
    Fields plan = Fields.of(Format.read(stored));
    var reader = new PlanReader(plan.list("manifests", PlanReader::manifest));
    return new Plan(plan.list("steps", step -> reader.step(Fields.of(step))));
  }

  private static Manifest manifest(Object json) {
    ManifestReading reading = ManifestReader.read("journal", json.toString().getBytes(UTF_8));
    if (reading.declared().size() != 1 || !reading.errors().isEmpty()) {
      throw new UnreadableRecord(
          "a plan in the journal has a manifest that this router does not take: "
              + reading.errors());
    }
    return reading.declared().getFirst().manifest();
  }

  private Step step(Fields it) {
    return new Step(
        it.text("id"),
        it.optionalText("because"),
        it.texts("needs"),
        it.texts("with"),
        it.optionalText("after"),
        it.list("choices", choice -> choice(Fields.of(choice))));
  }

  private Choice choice(Fields it) {
    if (it.has("constant")) {
      return new Choice.Constant(ValueReader.data(it.object("constant")));
    }
    if (it.has("joined")) {
      return new Choice.Joined(at(it.number("joined"), ChainManifest.class));
    }
    return new Choice.Call(
        at(it.number("call"), FunctionManifest.class),
        it.has("compensation") ? at(it.number("compensation"), FunctionManifest.class) : null);
  }

  private <M extends Manifest> M at(int position, Class<M> type) {
    Manifest found = position < manifests.size() ? manifests.get(position) : null;
    if (!type.isInstance(found)) {
      throw new UnreadableRecord(
          "a plan in the journal has no %s at %d".formatted(type.getSimpleName(), position));
    }
    return type.cast(found);
  }
}
