package dev.runnel.server.explain;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where accounts are made: beside the event loops, one after the other, so that however many are
 * asked for, events have all processors but one. How many wait for it is bounded.
 */
@Singleton
class Aside {

  private static final int MAX_WAITING = 32;

  private final ThreadPoolExecutor one =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("runnel-explain").factory());

  /**
   * What was made.
   *
   * @param path the request's
   */
  Uni<Answer> make(Supplier<Answer> making, String path) {
    return Uni.createFrom()
        .item(making)
        .runSubscriptionOn(one)
        .onFailure(RejectedExecutionException.class)
        .recoverWithItem(_ -> tooMany(path));
  }

  private static Answer tooMany(String path) {
    String detail = "Too many others ask for explanations; ask again later";
    return Reply.of(Problem.of(ProblemType.UNAVAILABLE, detail)).answer(path);
  }

  @PreDestroy
  void end() {
    one.shutdownNow();
  }
}
