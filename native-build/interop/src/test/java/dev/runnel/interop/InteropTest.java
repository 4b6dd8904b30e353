package dev.runnel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.flow.Backlog;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the running router has: its address, functions and a journal to script. */
abstract class InteropTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @TestHTTPResource URI router = URI.create("/");

  @Inject ScriptedFunctions functions;

  @Inject BreakableJournal journal;

  @Inject Backlog backlog;

  @BeforeEach
  void begin() {
    functions.reset();
    functions.script("echo", InteropTest::echo);
  }

  @AfterEach
  void end() {
    journal.breaks(false);
    awaitQuiet();
  }

  /** Waits until no run goes on. */
  void awaitQuiet() {
    awaitUntil(() -> backlog.runs() == 0);
  }

  static void awaitUntil(BooleanSupplier so) {
    for (int i = 0; !so.getAsBoolean(); i++) {
      assertThat(i).as("looks at what does not happen").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The one event of this source and id that a function got, without Runnel's extensions. */
  Event received(String source, String id) {
    List<Event> received =
        functions.received().stream()
            .filter(event -> event.source().equals(source) && event.id().equals(id))
            .toList();
    assertThat(received).as("calls with %s of %s", id, source).hasSize(1);
    return SampleEvent.plain(received.getFirst());
  }

  private static Uni<CallResult> echo(Call call) {
    Event answer = call.event().with(Map.of("type", "echoed"));
    return Uni.createFrom().item(Answers.of(call, List.of(answer)));
  }
}
