package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.journal.Lives;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many runs may come out of one event, over several lives of the router. */
@QuarkusTest
@TestProfile(OutputsTest.Producers.class)
class RecoveredFamilyTest extends RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  @Inject Lives lives;

  @Test
  void beginsNoMoreThanAThousandRunsOfOneEventInAllLives() {
    functions.emits(
        "burst",
        IntStream.range(0, 1_000)
            .mapToObj(i -> OutputsTest.output("spark.made", "1"))
            .toArray(Event[]::new));
    var last = new LastSpark();
    functions.script("spark", last);
    poster.postAndWait(Poster.event("burst.wanted", "{}"));
    await(() -> backlog.runs() == 1, "runs that do not end");

    routers.join(lives.current().orElseThrow().member().router()).await().indefinitely();
    await(() -> last.calls() == 2, "calls of the last one");
    awaitQuiet();

    assertThat(functions.callsOf("glow")).isEmpty();
  }

  private static void await(BooleanSupplier truth, String what) {
    for (int i = 0; !truth.getAsBoolean(); i++) {
      assertThat(i).as("looks at %s", what).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The first call hangs; made again, it answers with what would begin more runs. */
  private static final class LastSpark implements ScriptedFunctions.Script {

    private final Hold hold = Hold.one();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String id = "";

    int calls() {
      return calls.get();
    }

    @Override
    public Uni<CallResult> answer(Call call, int nth) {
      if (nth == 1) {
        id = call.event().id();
        calls.incrementAndGet();
        return hold.answer(call, nth);
      }
      if (!call.event().id().equals(id)) {
        return Uni.createFrom().item(ScriptedFunctions.succeeded("null"));
      }
      calls.incrementAndGet();
      return Uni.createFrom().item(Answers.of(call, List.of(OutputsTest.output("glow.made", "1"))));
    }
  }
}
