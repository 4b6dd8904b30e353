package dev.runnel.bench.start;

import static dev.runnel.bench.start.Measure.FIRST_TCP;
import static dev.runnel.bench.start.Measure.FIRST_UNIX;
import static dev.runnel.bench.start.Measure.LISTENS;
import static dev.runnel.bench.start.Measure.LOADED;
import static dev.runnel.bench.start.Measure.OWN;
import static dev.runnel.bench.start.Measure.RESIDENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a process, asks it, measures it and ends it. Times count from the moment in which its
 * program has taken the place of what started it.
 */
final class Start {

  private static final double NANOS = 1e6;

  private final Startable startable;
  private final Path folder;

  /**
   * @param folder for its socket and its log
   */
  Start(Startable startable, Path folder) {
    this.startable = startable;
    this.folder = folder;
  }

  /** Asked once over TCP, and then as often as it takes to see what it needs under load. */
  Map<Measure, Double> overTcp() throws IOException, InterruptedException {
    var seen = new EnumMap<Measure, Double>(Measure.class);
    Place place = Place.port();
    Process process = begin(place);
    long begun = System.nanoTime();
    try {
      seen.put(FIRST_TCP, asked(process, place, begun, seen));
      Memory memory = Memory.of(process);
      seen.put(RESIDENT, memory.resident());
      seen.put(OWN, memory.own());
      Burst.at(place.address(), startable.request());
      seen.put(LOADED, Memory.most(process));
    } finally {
      end(process);
    }
    return seen;
  }

  /** Asked once over a Unix socket. */
  Map<Measure, Double> overUnixSocket() throws IOException, InterruptedException {
    Place place = Place.socket(folder);
    Process process = begin(place);
    long begun = System.nanoTime();
    try {
      return Map.of(FIRST_UNIX, asked(process, place, begun, new EnumMap<>(Measure.class)));
    } finally {
      end(process);
    }
  }

  private double asked(Process process, Place place, long begun, Map<Measure, Double> seen)
      throws IOException {
    try (Connection connection = Connection.to(process, place.address())) {
      seen.put(LISTENS, (System.nanoTime() - begun) / NANOS);
      connection.ask(startable.request());
      double answered = (System.nanoTime() - begun) / NANOS;
      connection.finish();
      return answered;
    } catch (IOException e) {
      throw new IOException(
          "%s as %s: %s; its log is %s"
              .formatted(startable.capability(), startable.form(), e.getMessage(), log()),
          e);
    }
  }

  /** Comes back when the program has begun: that is when the JDK has heard that exec succeeded. */
  private Process begin(Place place) throws IOException {
    var builder =
        new ProcessBuilder(startable.command().apply(place))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().putAll(place.environment());
    return builder.start();
  }

  private Path log() {
    return folder.resolve("start.log");
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(Connection.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
