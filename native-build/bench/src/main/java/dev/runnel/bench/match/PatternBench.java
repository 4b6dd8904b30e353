package dev.runnel.bench.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.Matcher;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events of about 750 bytes whose data patterns look into, from the bytes of the data: which of a
 * few rules they fit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PatternBench {

  private static final int EVENTS = 1_000;
  private static final Event WITHOUT_DATA = Event.of("1", "/lots", "lot.sold", Data.NONE);

  @Param RuleSet rules = RuleSet.EXACT;

  private final byte[][] events =
      Lots.events(EVENTS).stream().map(it -> it.getBytes(UTF_8)).toArray(byte[][]::new);
  private Matcher matcher = Matcher.of(List.of());
  private EventRulerMachine machine = EventRulerMachine.of(List.of());
  private int next;

  /** Both must say the same of every event. */
  @Setup
  public void compile() {
    List<String> patterns = rules.rules();
    matcher =
        Matcher.of(
            Functions.ofPatterns(patterns.stream().map(it -> "{\"data\": " + it + "}").toList()));
    machine = EventRulerMachine.of(patterns);
    for (byte[] event : events) {
      machine.check(event, matcher.match(event(event)));
    }
  }

  @Benchmark
  public Object ours() {
    return matcher.match(event(nextEvent()));
  }

  @Benchmark
  public Object eventRuler() {
    return machine.matches(nextEvent());
  }

  private byte[] nextEvent() {
    next = (next + 1) % EVENTS;
    return events[next];
  }

  private static Event event(byte[] data) {
    return WITHOUT_DATA.with(new Data(Data.JSON, data));
  }
}
