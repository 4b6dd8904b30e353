package dev.runnel.server.invoke.balance;

import dev.runnel.server.config.Strategy;
import java.util.List;
import java.util.random.RandomGenerator;

/** A way to choose which URL gets the next call. Safe for any thread. */
interface Balancing {

  /** One of these, of which there is at least one. */
  Endpoint choose(List<Endpoint> endpoints, RandomGenerator random);

  static Balancing of(Strategy strategy) {
    return switch (strategy) {
      case ROUND_ROBIN -> new RoundRobin();
      case LEAST_CONNECTIONS -> new LeastConnections();
      case WEIGHTED_RESPONSE_TIME -> new WeightedResponseTime();
    };
  }
}
