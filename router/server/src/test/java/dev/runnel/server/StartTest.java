package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Source;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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
  void acceptsNothingBeforeEverythingIsLoaded() {
    manifests.other(new Change("kept", Source.PUT, false, manifest("kept", wants("kept.wanted"))));
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
    assertThat(put()).containsExactly("kept");
    assertThat(shown("kept").getInt("version")).isEqualTo(1);
  }
}
