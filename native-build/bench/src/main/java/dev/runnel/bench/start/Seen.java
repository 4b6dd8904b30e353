package dev.runnel.bench.start;

import dev.runnel.bench.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen of several forms, each started a number of times, in turns. */
final class Seen {

  static final int ROUNDS = 11;

  private final Map<Startable, Map<Measure, List<Double>>> all;

  Seen(Map<Startable, Map<Measure, List<Double>>> all) {
    this.all = all;
  }

  /** Starts each of them, over TCP and over a Unix socket, in every round. */
  static Seen of(List<Startable> forms, Path folder) throws IOException, InterruptedException {
    var seen = new Seen(new LinkedHashMap<>());
    for (Startable form : forms) {
      // Once beforehand: the files are then in the system's memory, as on a machine that is in use.
      new Start(form, folder).overUnixSocket();
      seen.add(form, Map.of(Measure.DISK, form.onDisk()));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Startable form : forms) {
        var start = new Start(form, folder);
        seen.add(form, start.overTcp());
        seen.add(form, start.overUnixSocket());
      }
    }
    return seen;
  }

  private void add(Startable form, Map<Measure, Double> figures) {
    var ofForm = all.computeIfAbsent(form, _ -> new EnumMap<>(Measure.class));
    figures.forEach(
        (measure, figure) -> ofForm.computeIfAbsent(measure, _ -> new ArrayList<>()).add(figure));
  }

  List<Startable> forms() {
    return List.copyOf(all.keySet());
  }

  Spread of(Startable form, Measure measure) {
    return Spread.of(all.getOrDefault(form, Map.of()).getOrDefault(measure, List.of()));
  }
}
