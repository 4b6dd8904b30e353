package dev.runnel.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Retention;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunQuery.Cursor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepingTest {

  private static final Cursor MIDDLE = new Cursor(Instant.EPOCH, "middle");

  /** What is answered to each piece, and what it was asked after. */
  private static final class Scripted implements Retention {

    private final BlockingQueue<Uni<Sweep>> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<Cursor>> asked = new LinkedBlockingQueue<>();

    @Override
    public Uni<Sweep> sweep(Terms terms, Optional<Cursor> after) {
      asked.add(after);
      Uni<Sweep> answer = answers.poll();
      return answer == null ? Uni.createFrom().nothing() : answer;
    }

    @Override
    public Uni<Optional<RunBrief>> compacted(String run) {
      throw new UnsupportedOperationException("nobody asks");
    }

    Optional<Cursor> asked() throws InterruptedException {
      return Optional.ofNullable(asked.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final Scripted retention = new Scripted();
  private final Sweeping sweeping =
      new Sweeping(
          retention, RetentionTermsTest.terms(Map.of("runnel.retention.every", "PT1S")), vertx);

  @AfterEach
  void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void goesOnFromPieceToPieceAndBeginsAgainWithTheNextPass() throws InterruptedException {
    retention.answers.add(piece(Optional.of(MIDDLE)));
    retention.answers.add(piece(Optional.empty()));

    sweeping.begin(new StartupEvent());

    assertThat(retention.asked()).isEmpty();
    assertThat(retention.asked()).hasValue(MIDDLE);
    assertThat(retention.asked()).isEmpty();
  }

  @Test
  void triesAgainAfterAFailure() throws InterruptedException {
    retention.answers.add(Uni.createFrom().failure(new IllegalStateException("down")));

    sweeping.begin(new StartupEvent());

    assertThat(retention.asked()).isEmpty();
    assertThat(retention.asked()).isEmpty();
  }

  @Test
  void beginsNothingOnceTheRouterEnds() throws InterruptedException {
    retention.answers.add(
        Uni.createFrom()
            .item(
                () -> {
                  sweeping.end(new ShutdownEvent());
                  return new Retention.Sweep(1, 1, Optional.of(MIDDLE));
                }));

    sweeping.begin(new StartupEvent());
    retention.asked();

    assertThat(retention.asked.poll(2, TimeUnit.SECONDS)).isNull();
  }

  private static Uni<Retention.Sweep> piece(Optional<Cursor> next) {
    return Uni.createFrom().item(new Retention.Sweep(1, 0, next));
  }
}
