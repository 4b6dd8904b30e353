package dev.runnel.server;

import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls that hang until the test lets them go, or until nobody wants them any more. */
public final class Hold implements ScriptedFunctions.Script {

  private static final int PATIENCE_SECONDS = 10;

  private final CompletableFuture<CallResult> answer = new CompletableFuture<>();
  private final CountDownLatch calls;
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private Hold(int calls) {
    this.calls = new CountDownLatch(calls);
  }

  /** For one call. */
  public static Hold one() {
    return new Hold(1);
  }

  /** For calls that are to hang at the same time. */
  public static Hold of(int calls) {
    return new Hold(calls);
  }

  @Override
  public Uni<CallResult> answer(Call call, int nth) {
    calls.countDown();
    return Uni.createFrom()
        .completionStage(() -> answer.copy())
        .onCancellation()
        .invoke(cancelled::countDown);
  }

  /** Waits until as many calls hang as were announced. */
  public void awaitCalls() {
    await(calls);
  }

  /** Waits until a call is given up. */
  public void awaitCancellation() {
    await(cancelled);
  }

  public void release(String json) {
    answer.complete(ScriptedFunctions.succeeded(json));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain for " + latch.getCount() + " more");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
