package dev.runnel.bench.match;

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

/** How often in a second all rules of many tenants are added, one by one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AddingBench {

  @Param({"1000"})
  int tenants;

  @Param({"false", "true"})
  boolean ranges;

  private List<String> rules = List.of();

  @Setup
  public void write() {
    rules = Orders.rules(tenants, ranges);
  }

  @Benchmark
  public Object ours() {
    return Matcher.of(Functions.ofPatterns(rules));
  }

  @Benchmark
  public Object eventRuler() {
    return EventRulerMachine.of(rules);
  }
}
