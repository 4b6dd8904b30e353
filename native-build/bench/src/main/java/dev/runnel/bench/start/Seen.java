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

  /** Those in turns with each form: the least of more starts would be less. */
  private final Map<Startable, List<Double>> references = new LinkedHashMap<>();

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
        addReference(form, Reference.millis());
        add(form, start.overTcp());
        addReference(form, Reference.millis());
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

  /** One start of the reference, in turns with a form's, in ms. */
  void addReference(Startable form, double millis) {
    references.computeIfAbsent(form, _ -> new ArrayList<>()).add(millis);
  }

  private Spread reference(Startable form) {
    return Spread.of(references.getOrDefault(form, List.of()));
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
    return measure.isTime() ? spread.least() / reference(form).least() : spread.median();
  }

  /** How unsteady the machine was: the reference's median, in its least. */
  double unsteadiness(Startable form) {
    return reference(form).median() / reference(form).least();
  }
}
