package dev.runnel.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LIMIT = 100;

  private final Vertx vertx = Vertx.vertx();
  private final LargeBodies bodies = new LargeBodies(LIMIT);

  @AfterEach
  void end() {
    bodies.end();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void refusesWhatIsTooMuchToWait() {
    var hold = new CompletableFuture<String>();
    var first = read(LIMIT + 1, hold).subscribeAsCompletionStage();

    String second = read(1, CompletableFuture.completedFuture("read")).await().atMost(PATIENCE);
    hold.complete("read");

    assertThat(second).isEqualTo(ProblemType.UNAVAILABLE.code());
    assertThat(first).succeedsWithin(PATIENCE).isEqualTo("read");
  }

  @Test
  void hasRoomAgainForWhatHasBeenRead() {
    for (int i = 0; i < 3; i++) {
      assertThat(
              read(LIMIT + 1, CompletableFuture.completedFuture("read")).await().atMost(PATIENCE))
          .isEqualTo("read");
    }
  }

  private Uni<String> read(int bytes, CompletableFuture<String> body) {
    return bodies.read(vertx, bytes, body::join, Problem::code);
  }
}
