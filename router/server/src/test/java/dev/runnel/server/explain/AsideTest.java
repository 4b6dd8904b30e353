package dev.runnel.server.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.http.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of accounts that many ask for at the same time. */
class AsideTest {

  private final Aside aside = new Aside();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void end() {
    release.countDown();
    aside.end();
  }

  @Test
  void makesOneAfterTheOtherAndRefusesWhatIsTooMany() throws InterruptedException {
    CompletableFuture<Answer> first = ask();
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Answer>> more = IntStream.range(0, 40).mapToObj(i -> ask()).toList();

    assertThat(first).isNotDone();
    assertThat(more.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
        .hasSize(40 - 32)
        .allMatch(answer -> answer.status() == 503 && answer.headers().containsKey("Retry-After"));
    release.countDown();
    assertThat(more.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 204))
        .hasSize(32);
  }

  private CompletableFuture<Answer> ask() {
    return aside.make(this::made, "/explain").subscribe().asCompletionStage();
  }

  private Answer made() {
    begun.countDown();
    try {
      assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.of(204);
  }
}
