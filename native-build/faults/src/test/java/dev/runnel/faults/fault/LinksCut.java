package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Some of several routers do not reach each other any more, and everybody else as before. */
public record LinksCut(Platform platform, List<Link> links, Duration lasts) implements Fault {

  /** Two routers. */
  public record Link(int one, int other) {}

  public LinksCut {
    links = List.copyOf(links);
  }

  @Override
  public void inject() {
    links.forEach(link -> platform.network().cut(link.one, link.other));
  }

  @Override
  public void heal() {
    links.forEach(link -> platform.network().join(link.one, link.other));
  }

  @Override
  public Duration allowance() {
    return Partition.HEALING;
  }

  /** All of them reach the database, which is where they meet: nothing is explained by it. */
  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.NONE;
  }
}
