package dev.runnel.server.intake;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where large bodies are read: beside the event loops, so that nobody who shares one with them has
 * to wait, and by at most half of the processors. How much waits for it is bounded.
 */
@Singleton
class LargeBodies {

  /** Reading more may take longer than handing it over: some 100 µs of JSON. */
  private static final int LARGE = 32 << 10;

  /** Of the heap: what is read is copied once or twice more. */
  private static final int SHARE = 8;

  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          Thread.ofPlatform().daemon().name("runnel-large-bodies-", 0).factory());

  private final AtomicLong waiting = new AtomicLong();
  private final long limit;

  @Inject
  LargeBodies() {
    this(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * @param limit bytes that wait to be read; a single body always finds room
   */
  LargeBodies(long limit) {
    this.limit = limit;
  }

  /** Whether a body of so many bytes is one. */
  static boolean include(int bytes) {
    return bytes > LARGE;
  }

  /**
   * What was read; it goes on where it was begun, on the connection's event loop.
   *
   * @param bytes of the body
   * @param refusal what is given instead where too much waits already
   */
  <T> Uni<T> read(Vertx vertx, int bytes, Supplier<T> reading, Function<Problem, T> refusal) {
    if (waiting.getAndAdd(bytes) > limit) {
      waiting.addAndGet(-bytes);
      return Uni.createFrom().item(() -> refusal.apply(tooMany()));
    }
    Context connection = vertx.getOrCreateContext();
    return Uni.createFrom()
        .item(reading)
        .runSubscriptionOn(readers)
        .onTermination()
        .invoke(() -> waiting.addAndGet(-bytes))
        .emitOn(command -> connection.runOnContext(_ -> command.run()));
  }

  private static Problem tooMany() {
    String detail = "Too many large bodies wait to be read; send this one again later";
    return Problem.of(ProblemType.UNAVAILABLE, detail);
  }

  @PreDestroy
  void end() {
    readers.shutdownNow();
  }
}
