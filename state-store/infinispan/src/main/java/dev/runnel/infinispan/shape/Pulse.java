package dev.runnel.infinispan.shape;

import dev.runnel.cache.Heartbeats;
import dev.runnel.cache.Write;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Gives a sign of life each second, until it is closed. */
public final class Pulse implements AutoCloseable {

  private final ScheduledExecutorService thread;

  private Pulse(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /** Begins at once. */
  public static Pulse of(Supplier<Uni<Write>> beat) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("runnel-pulse").factory());
    var _ =
        thread.scheduleAtFixedRate(
            () -> beat.get().subscribe().with(written -> {}, failure -> {}),
            0,
            Heartbeats.INTERVAL.toMillis(),
            TimeUnit.MILLISECONDS);
    return new Pulse(thread);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
