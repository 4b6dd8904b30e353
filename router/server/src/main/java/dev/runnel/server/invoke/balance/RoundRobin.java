package dev.runnel.server.invoke.balance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One after the other. */
final class RoundRobin implements Balancing {

  private final AtomicInteger turn = new AtomicInteger();

  @Override
  public Endpoint choose(List<Endpoint> endpoints, RandomGenerator random) {
    return endpoints.get(Math.floorMod(turn.getAndIncrement(), endpoints.size()));
  }
}
