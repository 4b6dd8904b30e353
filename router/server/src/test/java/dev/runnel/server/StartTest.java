package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.server.functions.Registry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A router whose journal is slow to answer when it starts. */
@QuarkusTest
@TestProfile(StartTest.SlowJournal.class)
class StartTest extends PutFunctions {

  /** Manifests cannot be read before the test says so. */
  public static final class SlowJournal implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(ScriptedManifests.CLOSED, "true");
    }
  }

  @Test
  void acceptsNothingBeforeEverythingIsLoadedAndThenSaysWhatIsHardlyMeant()
      throws InterruptedException {
    var log = new RegistryLog();
    manifests.other(new Change("kept", Source.PUT, false, manifest("kept", wants("kept.wanted"))));
    manifests.other(new Change("lonely", Source.PUT, false, manifest("lonely", "")));
    Event event = Poster.event("kept.wanted", "{}");

    List<HttpResponse<String>> early =
        List.of(
            poster.post(event),
            poster.get("/functions"),
            poster.get("/functions/kept"),
            put("mine", manifest("mine", "")),
            delete("kept"));
    HttpResponse<String> health = poster.get("/q/health/ready");
    manifests.open();

    for (HttpResponse<String> refused : early) {
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("\"unavailable\"");
    }
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(json(health).getList("checks.findAll { it.status == 'DOWN' }.name"))
        .isEqualTo(List.of("functions"));
    functions.answers("kept", "\"kept\"");
    assertThat(poster.postAndWait(event).getString("results.kept")).isEqualTo("kept");
    assertThat(put()).containsExactly("kept", "lonely");
    assertThat(shown("kept").getInt("version")).isEqualTo(1);
    assertThat(log.firstOf("lonely")).contains("/functions/lonely:1:1 /name: no event starts");
  }

  /** What the registry logs from now on. */
  private static final class RegistryLog extends Handler {

    private static final int MOST_LINES = 1_000;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    RegistryLog() {
      Logger.getLogger(Registry.class.getName()).addHandler(this);
    }

    /** The first line about a function; fails when none comes. */
    String firstOf(String function) throws InterruptedException {
      for (int i = 0; i < MOST_LINES; i++) {
        String line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).as("a line about " + function).isNotNull();
        if (line.contains(function)) {
          return line;
        }
      }
      throw new AssertionError("only other lines than about " + function);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
