package dev.runnel.faults;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Entry;
import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Functions;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One function stands still, in a process of its own, with events for it coming on, and what the
 * others notice: how long it takes from the sending of an event until its first function is called.
 */
record Neighbours(Platform platform, String source) {

  private static final int RATE = 200;
  private static final int RATE_OF_HANGING = 50;
  private static final Duration WARMING = Duration.ofSeconds(5);
  private static final Duration NORMAL = Duration.ofSeconds(5);
  private static final Duration STANDSTILL = Duration.ofSeconds(6);

  /** Of an event that has just been sent, until it is called. */
  private static final Duration CALLED = Duration.ofSeconds(1);

  private static final double AS_MUCH = 1.5;

  /** What one collection of a JVM on a busy machine makes of a p99. */
  private static final long NOISE_MILLIS = 25;

  /** One cycle, after which everything is as before. */
  void check() throws IOException, InterruptedException {
    var entries = new Entries(platform.functions().ledger());
    var hangingSource = source + "/hanging";
    Instant begun = Instant.now();
    try (Functions hanging = platform.besides("hanging");
        Load load = Load.start(platform.roots(), source, RATE, begun.toEpochMilli());
        Load some = Load.start(platform.roots(), hangingSource, RATE_OF_HANGING, Kind.HANGING)) {
      Patience.pause(WARMING);
      Instant normal = Instant.now();
      Patience.pause(NORMAL);
      Instant frozen = Instant.now();
      hanging.freeze();
      Patience.pause(STANDSTILL);
      Instant thawed = Instant.now();
      hanging.thaw();
      some.stop();
      load.stop();
      RunsOfLoad.awaitEnds(platform.router());
      Map<String, Instant> calls = firstCalls(entries.next());
      long before = slowest(load, calls, normal, frozen.minus(CALLED));
      long during = slowest(load, calls, frozen, thawed);
      Summary.note(
          "Neighbours: one of a hundred events waited %d ms or more for its call, %d ms while another function stood still"
              .formatted(before, during));
      assertThat(during)
          .as("p99 in ms, normally %d", before)
          .isLessThanOrEqualTo(Math.max(Math.round(AS_MUCH * before), before + NOISE_MILLIS));
      List<Run> held = new RunsOfLoad(platform.router(), hangingSource, begun).runs();
      assertThat(held).hasSameSizeAs(some.events());
      assertThat(held).extracting(Run::state).containsOnly("succeeded");
    }
  }

  private Map<String, Instant> firstCalls(List<Entry> entries) {
    return entries.stream()
        .filter(it -> it.begin() && it.source().equals(source))
        .collect(toMap(Entry::event, Entry::at, (a, b) -> a.isBefore(b) ? a : b));
  }

  /** In ms, how long one of a hundred that were sent from then to then took, or longer. */
  private static long slowest(Load load, Map<String, Instant> calls, Instant from, Instant to) {
    List<Long> times =
        load.events().stream()
            .filter(it -> it.at().isAfter(from) && it.at().isBefore(to))
            .map(it -> Duration.between(it.at(), called(it, calls)).toMillis())
            .sorted()
            .toList();
    return times.isEmpty() ? 0 : times.get(times.size() * 99 / 100);
  }

  private static Instant called(Sent event, Map<String, Instant> calls) {
    return Objects.requireNonNull(calls.get(event.id()), () -> event.id() + " was not called");
  }
}
