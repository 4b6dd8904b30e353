package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Some of several routers are taken off the network, each for itself: they reach neither each other
 * nor the database, the functions or the senders.
 */
public record Partition(Platform platform, List<Integer> routers, Duration lasts) implements Fault {

  /** How soon all is as before when the network is. */
  static final Duration HEALING = Duration.ofSeconds(20);

  /** As long as this, others surely take over what it has. */
  private static final Duration TAKEOVER = Duration.ofSeconds(8);

  public Partition {
    routers = List.copyOf(routers);
  }

  @Override
  public void inject() {
    routers.forEach(platform.network()::unplug);
  }

  /** Where all are off, nobody takes over anything. */
  @Override
  public OptionalInt victim() {
    return routers.size() == 1 ? victim(routers.getFirst(), lasts) : OptionalInt.empty();
  }

  @Override
  public void heal() {
    routers.forEach(platform.network()::plugIn);
  }

  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.ofCut(injected, accepted);
  }

  @Override
  public Duration allowance() {
    return HEALING;
  }

  /** A router that is cut off for long loses its runs to others. */
  static OptionalInt victim(int router, Duration lasts) {
    return lasts.compareTo(TAKEOVER) < 0 ? OptionalInt.empty() : OptionalInt.of(router);
  }
}
