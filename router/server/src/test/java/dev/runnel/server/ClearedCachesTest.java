package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All caches are cleared again and again while the router works. */
@QuarkusTest
class ClearedCachesTest extends KeptState {

  private static final int CALLERS = 4;
  private static final int ROUNDS = 25;
  private static final int PRICES = 5;
  private static final String PURE = "effects: pure, cache: PT1M, " + wants("cleared.asked");

  @Test
  void losesNothing() {
    put("cleared", manifest("cleared", PURE));
    functions.answers("cleared", "{\"euro\":7}");
    own("PUT", "/state/plain/count", "0");

    List<CompletableFuture<Void>> callers =
        IntStream.range(0, CALLERS)
            .boxed()
            .flatMap(caller -> Stream.of(inRounds(this::ask), inRounds(round -> count())))
            .toList();
    callers.forEach(CompletableFuture::join);

    String all = String.valueOf(CALLERS * ROUNDS);
    assertThat(own("GET", "/state/plain/count?consistent=true", "").body()).isEqualTo(all);
    assertThat(own("GET", "/state/plain/count", "").body()).isEqualTo(all);
  }

  private CompletableFuture<Void> inRounds(IntConsumer work) {
    return CompletableFuture.runAsync(
        () ->
            IntStream.range(0, ROUNDS)
                .forEach(
                    round -> {
                      work.accept(round);
                      store.clearAll();
                    }),
        task -> Thread.ofVirtual().start(task));
  }

  private void ask(int round) {
    JsonPath answer =
        poster.postAndWait(
            Poster.event("cleared.asked", "{\"item\":%d}".formatted(round % PRICES)));
    assertThat(answer.getInt("results.cleared.euro")).isEqualTo(7);
  }

  /** Adds one to what it has read, if that still stands there, until it does. */
  private void count() {
    HttpResponse<String> written;
    do {
      HttpResponse<String> read = own("GET", "/state/plain/count", "");
      assertThat(read.statusCode()).isEqualTo(200);
      store.clearAll();
      String next = String.valueOf(Integer.parseInt(read.body()) + 1);
      written = own("PUT", "/state/plain/count", next, "If-Match", tag(read));
      assertThat(written.statusCode()).isIn(204, 412);
    } while (written.statusCode() == 412);
  }
}
