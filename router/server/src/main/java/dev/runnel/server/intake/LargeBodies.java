package dev.runnel.server.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Where large bodies are read: beside the event loops, so that nobody who shares one with them has
 * to wait, and by at most half of the processors. How many wait for it is bounded by the
 * connections and their streams alone.
 */
@Singleton
class LargeBodies {

  /** Reading more may take longer than handing it over: some 100 µs of JSON. */
  private static final int LARGE = 32 << 10;

  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          Thread.ofPlatform().daemon().name("runnel-large-bodies-", 0).factory());

  /** Whether a body of so many bytes is one. */
  static boolean include(int bytes) {
    return bytes > LARGE;
  }

  /** What was read; it goes on where it was begun, on the connection's event loop. */
  <T> Uni<T> read(Vertx vertx, Supplier<T> reading) {
    Context connection = vertx.getOrCreateContext();
    return Uni.createFrom()
        .item(reading)
        .runSubscriptionOn(readers)
        .emitOn(command -> connection.runOnContext(_ -> command.run()));
  }

  @PreDestroy
  void end() {
    readers.shutdownNow();
  }
}
