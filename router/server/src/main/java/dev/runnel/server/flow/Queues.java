package dev.runnel.server.flow;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.queue.Limit;
import dev.runnel.engine.queue.Places;
import dev.runnel.engine.queue.TokenBucket;
import dev.runnel.server.SteadyTime;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.PlacementsConfig.Placement;
import dev.runnel.server.config.QueuesConfig;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.invoke.balance.Fleet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every function's queue, and the limits that let calls out of it. */
@Singleton
class Queues {

  /** Of more functions than this, those queues are forgotten in which nothing is going on. */
  private static final int MOST = 10_000;

  private static final double HIGHEST_RATE = 1_000_000;

  /** What a queue depends on; whatever else changes in a function's manifest leaves it be. */
  private record Queued(String function, List<String> handler, int concurrency) {}

  private final QueuesConfig config;
  private final PlacementsConfig placements;
  private final Fleet fleet;
  private final Guards guards;
  private final FunctionQueue.Alarm alarm;
  private final InstantSource time;
  private final Map<Queued, FunctionQueue> queues = new ConcurrentHashMap<>();

  @Inject
  Queues(
      QueuesConfig config, PlacementsConfig placements, Fleet fleet, Guards guards, Loops loops) {
    this(config, placements, fleet, guards, loops, new SteadyTime());
  }

  Queues(
      QueuesConfig config,
      PlacementsConfig placements,
      Fleet fleet,
      Guards guards,
      Loops loops,
      InstantSource time) {
    this.config = config;
    this.placements = placements;
    this.fleet = fleet;
    this.guards = guards;
    this.alarm = (wait, action) -> loops.next().after(wait, action);
    this.time = time;
    placements.byFunction().forEach(Queues::check);
  }

  FunctionQueue of(FunctionManifest function) {
    if (queues.size() >= MOST) {
      queues.values().removeIf(FunctionQueue::isIdle);
    }
    return queues.computeIfAbsent(
        new Queued(function.name(), function.handler(), function.concurrency()),
        _ -> new FunctionQueue(limits(function), () -> guards.passage(function), alarm, time));
  }

  /** All that bounds a function's calls. A reservation of what they need would be one more. */
  private List<Limit> limits(FunctionManifest function) {
    var limits = new ArrayList<Limit>();
    if (config.limitConcurrency()) {
      limits.add(new Places(fleet.concurrency(function)));
    }
    Placement placement = placements.byFunction().get(function.name());
    if (placement != null && placement.rate().isPresent()) {
      double rate = placement.rate().getAsDouble();
      int burst = placement.burst().orElse((int) Math.ceil(rate));
      limits.add(TokenBucket.perSecond(rate, burst, time.instant()));
    }
    return limits;
  }

  private static void check(String function, Placement placement) {
    String key = "runnel.placements.\"" + function + "\"";
    placement.concurrency().ifPresent(calls -> checkCount(key + ".concurrency", calls));
    placement.burst().ifPresent(calls -> checkCount(key + ".burst", calls));
    placement.rate().ifPresent(rate -> checkRate(key + ".rate", rate));
    if (placement.burst().isPresent() && placement.rate().isEmpty()) {
      throw new IllegalArgumentException(key + ".burst stands without a rate; expected both");
    }
  }

  private static void checkCount(String key, int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException(key + " is " + calls + ", expected at least 1 call");
    }
  }

  private static void checkRate(String key, double rate) {
    if (!(rate > 0 && rate <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "%s is %s, expected more than 0 and at most %.0f calls a second"
              .formatted(key, rate, HIGHEST_RATE));
    }
  }
}
