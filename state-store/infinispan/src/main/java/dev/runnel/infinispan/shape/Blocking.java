package dev.runnel.infinispan.shape;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What Infinispan can only do while a thread waits, on a thread that may. */
public final class Blocking {

  private Blocking() {}

  /** As many at once as whoever calls allows. */
  public static <T> CompletionStage<T> run(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, task -> Thread.ofVirtual().start(task));
  }
}
