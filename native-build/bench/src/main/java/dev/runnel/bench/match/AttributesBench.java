package dev.runnel.bench.match;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.match.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Functions that only look at attributes, each at a type of its own, and each event for one; as the
 * events come out of memory, and at hand, as they are once they have been read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttributesBench {

  private static final int EVENTS = 4_096;

  /** So many events and their attributes stay in the processor's nearest cache. */
  private static final int AT_HAND = 32;

  @Param({"10", "10000"})
  int functions;

  private final Event[] events = new Event[EVENTS];
  private Matcher matcher = Matcher.of(List.of());
  private int next;

  /** Each event must have its one match. */
  @Setup
  public void compile() {
    var manifests = new ArrayList<FunctionManifest>();
    for (int i = 0; i < functions; i++) {
      manifests.add(
          Functions.wanting(
              "f" + i,
              List.of(
                  new Filter.Exact(
                      Map.of("type", "order." + i, "region", i % 2 == 0 ? "eu" : "us")),
                  new Filter.Prefix(Map.of("source", "/shop/")))));
    }
    matcher = Matcher.of(manifests);
    for (int i = 0; i < EVENTS; i++) {
      int function = (int) (i * 7_919L % functions);
      events[i] =
          Event.of("" + i, "/shop/" + i, "order." + function, Data.NONE)
              .with(Map.of("region", function % 2 == 0 ? "eu" : "us", "subject", "basket"));
      if (matcher.match(events[i]).size() != 1) {
        throw new IllegalStateException(events[i].toString());
      }
    }
  }

  @Benchmark
  public Object ours() {
    next = (next + 1) % EVENTS;
    return matcher.match(events[next]);
  }

  /** With a look at each attribute of some events before, which counts, too. */
  @Benchmark
  @OperationsPerInvocation(AT_HAND)
  public void oursAtHand(Blackhole blackhole) {
    int from = next;
    next = (next + AT_HAND) % EVENTS;
    for (int i = from; i < from + AT_HAND; i++) {
      events[i].attributes().forEach((_, value) -> blackhole.consume(value.charAt(0)));
    }
    for (int i = from; i < from + AT_HAND; i++) {
      blackhole.consume(matcher.match(events[i]));
    }
  }
}
