package dev.runnel.server.invoke.balance;

import dev.runnel.server.invoke.address.Destination;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The URLs of one function, at least one, and how one of them is chosen. While all of them are left
 * alone, each may be chosen: whether the function is called at all is the circuit breaker's to say.
 */
public final class Endpoints {

  private final List<Endpoint> all;
  private final Balancing balancing;

  Endpoints(List<Endpoint> all, Balancing balancing) {
    this.all = List.copyOf(all);
    this.balancing = balancing;
  }

  public List<Endpoint> all() {
    return all;
  }

  /** The one that gets the next call. */
  public Endpoint choose(Instant now, RandomGenerator random) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    List<Endpoint> in = all.stream().filter(endpoint -> !endpoint.isOut(now)).toList();
    return balancing.choose(in.isEmpty() ? all : in, random);
  }

  List<Destination> destinations() {
    return all.stream().map(Endpoint::destination).toList();
  }
}
