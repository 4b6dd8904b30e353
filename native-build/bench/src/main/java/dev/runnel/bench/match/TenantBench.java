package dev.runnel.bench.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.engine.match.Matcher;
import java.util.List;
import java.util.Map;
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
 * CloudEvents of which each is for one tenant of many: from the bytes of the event, which are read
 * and checked in full, and from an event that has been read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TenantBench {

  private static final int EVENTS = 1_000;
  private static final EventReader READER = new EventReader(Limits.DEFAULT);
  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("content-type", "application/cloudevents+json"));

  @Param({"10", "10000", "50000"})
  int tenants;

  @Param({"false"})
  boolean ranges;

  private byte[][] events = {};
  private Event[] read = {};
  private Matcher matcher = Matcher.of(List.of());
  private EventRulerMachine machine = EventRulerMachine.of(List.of());
  private int next;

  /** Both must say the same of every event. */
  @Setup
  public void compile() {
    List<String> rules = Orders.rules(tenants, ranges);
    events = Orders.events(EVENTS, tenants);
    read = new Event[EVENTS];
    matcher = Matcher.of(Functions.ofPatterns(rules));
    machine = EventRulerMachine.of(rules);
    for (int i = 0; i < EVENTS; i++) {
      read[i] = event(events[i]);
      machine.check(events[i], matcher.match(read[i]));
    }
  }

  @Benchmark
  public Object ours() {
    return matcher.match(event(events[nextEvent()]));
  }

  @Benchmark
  public Object oursOnceRead() {
    return matcher.match(read[nextEvent()]);
  }

  @Benchmark
  public Object eventRuler() {
    return machine.matches(events[nextEvent()]);
  }

  private int nextEvent() {
    next = (next + 1) % EVENTS;
    return next;
  }

  private static Event event(byte[] bytes) {
    return switch (READER.read(STRUCTURED, bytes)) {
      case EventReading.Read(Event event) -> event;
      case EventReading.Refused(var problem) -> throw new IllegalStateException(problem.toString());
    };
  }
}
