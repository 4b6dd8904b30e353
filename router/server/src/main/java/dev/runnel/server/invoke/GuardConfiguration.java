package dev.runnel.server.invoke;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.Timeouts;
import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.invoke.egress.Egress;
import dev.runnel.server.invoke.overload.CircuitBreaker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes a function's guards as the configuration wants them; what it does not want is absent. */
@Singleton
public class GuardConfiguration {

  /** What a function gets is at most this large, everything that it asked for together. */
  static final int MAX_INPUT_BYTES = 8 << 20;

  private final GuardsConfig config;
  private final CircuitBreaker.Rule breaking;
  private final Fleet fleet;
  private final Egress egress;
  private final Timeouts timeouts;
  private final ResultCaches caches;
  private final Clock clock;

  public GuardConfiguration(
      GuardsConfig config,
      Fleet fleet,
      Egress egress,
      Timeouts timeouts,
      ResultCaches caches,
      Clock clock) {
    this.config = config;
    GuardsConfig.Breaker breaker = config.breaker();
    this.breaking =
        new CircuitBreaker.Rule(
            breaker.calls(), breaker.failures(), breaker.pause(), breaker.longestPause());
    this.fleet = fleet;
    this.egress = egress;
    this.timeouts = timeouts;
    this.caches = caches;
    this.clock = clock;
  }

  Optional<Guard> inputLimit() {
    return Optional.of(new InputLimit(MAX_INPUT_BYTES));
  }

  /** Absent where the function's manifest does not want it. */
  Optional<Guard> resultCache(FunctionManifest function) {
    return caches.of(function);
  }

  /** One breaker for the function, however many URLs it has. */
  Optional<Guard> breaker() {
    return config.breaker().enabled()
        ? Optional.of(new BreakerGuard(new CircuitBreaker(breaking), clock))
        : Optional.empty();
  }

  /** Absent where a function's placement knows by itself where it lives. */
  Optional<Guard> balancer(FunctionManifest function) {
    return fleet
        .of(function)
        .map(endpoints -> new Balancer(endpoints, clock, RandomGenerator.getDefault()));
  }

  Optional<Guard> timeLimit() {
    return Optional.of(new TimeLimit(timeouts));
  }

  Optional<Guard> egress() {
    return Optional.of(new EgressGuard(egress));
  }
}
