package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerTest {

  @Test
  void saysThatNothingHasRunWhereThereIsNoThreadLeft() {
    Vertx vertx = Vertx.vertx();
    var worker = new Worker(vertx);
    vertx.close().toCompletionStage().toCompletableFuture().join();

    Uni<String> result = worker.run(() -> Uni.createFrom().item("ran"));

    assertThatThrownBy(() -> result.await().atMost(Duration.ofSeconds(30)))
        .hasRootCauseInstanceOf(Worker.NotStarted.class);
  }
}
