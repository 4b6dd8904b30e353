package dev.runnel.simulation;

import dev.runnel.server.Timeouts;
import java.util.concurrent.ScheduledExecutorService;

/** The clock that ends a process's waits, in virtual time. */
final class VirtualTimeouts extends Timeouts {

  private final VirtualScheduler scheduler;

  VirtualTimeouts(Machine machine, VirtualTime time) {
    this.scheduler = new VirtualScheduler(machine, time);
  }

  @Override
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }
}
