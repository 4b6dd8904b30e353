package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.flow.Backlog;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the running router has: a caller, functions and a journal to script. */
abstract class RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @TestHTTPResource URI root = URI.create("/");

  @Inject ScriptedFunctions functions;

  @Inject ScriptedJournal journal;

  @Inject Backlog backlog;

  Poster poster = new Poster(root);

  @BeforeEach
  void begin() {
    poster = new Poster(root);
    functions.reset();
  }

  /** Repairs the journal, and lets the test's runs end, so that they do not disturb the next. */
  @AfterEach
  void end() {
    journal.breaks(ScriptedJournal.Fault.NONE);
    awaitQuiet();
  }

  /** Waits until the run at this location is shown in this state. */
  void awaitShown(String location, String state) {
    String id = location.substring("/runs/".length());
    for (int i = 0; !state.equals(poster.run(id).getString("state")); i++) {
      assertThat(i).as("looks at a run that is not %s", state).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waits until no run goes on. */
  void awaitQuiet() {
    for (int i = 0; backlog.runs() > 0; i++) {
      assertThat(i).as("looks at runs that do not end").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
