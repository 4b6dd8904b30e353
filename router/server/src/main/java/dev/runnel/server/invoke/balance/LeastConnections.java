package dev.runnel.server.invoke.balance;

import java.util.List;
import java.util.random.RandomGenerator;

/** The one with the fewest calls that are not over; of several, any. */
final class LeastConnections implements Balancing {

  @Override
  public Endpoint choose(List<Endpoint> endpoints, RandomGenerator random) {
    int from = random.nextInt(endpoints.size());
    Endpoint least = endpoints.get(from);
    int going = least.going();
    for (int i = 1; i < endpoints.size(); i++) {
      Endpoint other = endpoints.get((from + i) % endpoints.size());
      int others = other.going();
      if (others < going) {
        least = other;
        going = others;
      }
    }
    return least;
  }
}
