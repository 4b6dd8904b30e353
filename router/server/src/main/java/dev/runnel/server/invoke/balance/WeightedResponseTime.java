package dev.runnel.server.invoke.balance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Any, those that answer twice as fast twice as often. One that has not answered yet counts as the
 * fastest, so that it is tried.
 */
final class WeightedResponseTime implements Balancing {

  @Override
  public Endpoint choose(List<Endpoint> endpoints, RandomGenerator random) {
    double[] weights = weights(endpoints);
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    double drawn = random.nextDouble() * all;
    for (int i = 0; i < weights.length; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return endpoints.get(i);
      }
    }
    return endpoints.getLast();
  }

  private static double[] weights(List<Endpoint> endpoints) {
    double[] times = endpoints.stream().mapToDouble(Endpoint::averageNanos).toArray();
    double fastest = Double.MAX_VALUE;
    for (double time : times) {
      fastest = time > 0 ? Math.min(fastest, time) : fastest;
    }
    for (int i = 0; i < times.length; i++) {
      times[i] = times[i] > 0 ? fastest / times[i] : 1;
    }
    return times;
  }
}
