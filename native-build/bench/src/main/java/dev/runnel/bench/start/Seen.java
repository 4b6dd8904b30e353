package dev.runnel.bench.start;

import dev.runnel.bench.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen of several forms, each started a number of times, in turns with the reference. */
final class Seen {

  static final int ROUNDS = 11;

  private final Map<Startable, Map<Measure, List<Double>>> all = new LinkedHashMap<>();
  private final List<Double> references = new ArrayList<>();

  /** Starts each of them, over TCP and over a Unix socket, in every round. */
  static Seen of(List<Startable> forms, Path folder) throws IOException, InterruptedException {
    var seen = new Seen();
    for (Startable form : forms) {
      // Once beforehand: the files are then in the system's memory, as on a machine that is in use.
      new Start(form, folder).overUnixSocket();
      seen.add(form, Map.of(Measure.DISK, form.onDisk()));
    }
    seen.rounds(folder);
    return seen;
  }

  /** Starts each of them as often again. */
  void rounds(Path folder) throws IOException, InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      for (Startable form : forms()) {
        var start = new Start(form, folder);
        addReference(Reference.millis());
        add(form, start.overTcp());
        addReference(Reference.millis());
        add(form, start.overUnixSocket());
      }
    }
  }

  /** One start of a form. */
  void add(Startable form, Map<Measure, Double> figures) {
    var ofForm = all.computeIfAbsent(form, _ -> new EnumMap<>(Measure.class));
    figures.forEach(
        (measure, figure) -> ofForm.computeIfAbsent(measure, _ -> new ArrayList<>()).add(figure));
  }

  /** One start of the reference, in ms. */
  void addReference(double millis) {
    references.add(millis);
  }

  List<Startable> forms() {
    return List.copyOf(all.keySet());
  }

  Spread of(Startable form, Measure measure) {
    return Spread.of(all.getOrDefault(form, Map.of()).getOrDefault(measure, List.of()));
  }

  /**
   * What it takes whoever else uses the machine, and however fast that is: the median; of times the
   * least, in the reference's least. Others only ever add time, so that the least is the program's
   * own (Chen and Revels, Robust benchmarking in noisy environments, 2016).
   */
  double cost(Startable form, Measure measure) {
    var spread = of(form, measure);
    return measure.isTime() ? spread.least() / Spread.of(references).least() : spread.median();
  }

  /** How unsteady the machine was: how many times its least a start of the reference took. */
  double unsteadiness() {
    var reference = Spread.of(references);
    return reference.median() / reference.least();
  }
}
