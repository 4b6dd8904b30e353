package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.journal.Retention;
import dev.runnel.journal.Retention.Terms;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of runs that have been over for long, and what is not. */
@QuarkusTest
class CompactedRunTest extends RouterTest {

  private static final ApiDocument DOCUMENT = ApiDocument.written();

  @Inject Retention retention;

  @Test
  void showsWhatIsLeftAndSaysSo() {
    Event event =
        Poster.event("plain.wanted", "{\"large\":1}").with(Map.of("subject", "s", "extra", "x"));
    String run = poster.postAndWait(event).getString("run");
    JsonPath whole = poster.run(run);
    compact();

    HttpResponse<String> answer = poster.get("/runs/" + run);

    DOCUMENT.check("GET", "/runs/{id}", answer);
    JsonPath left = JsonPath.from(answer.body());
    assertThat(left.getBoolean("compacted")).isTrue();
    assertThat(left.getList("goals")).containsExactly("plain");
    assertThat(left.getMap("$")).doesNotContainKeys("steps", "lifecycle", "deadline");
    for (String same : new String[] {"id", "state", "root", "event", "began", "ended"}) {
      assertThat(left.<Object>get(same)).as(same).isEqualTo(whole.get(same));
    }
    assertThat(JsonPath.from(poster.get("/runs?id=" + event.id()).body()).getList("runs.id"))
        .containsExactly(run);
  }

  @Test
  void tellsWhatIsLeftAsOneEvent() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");
    compact();

    HttpResponse<String> told = poster.get("/runs/" + run + "/events");
    HttpResponse<String> again =
        poster.send("GET", "/runs/" + run + "/events", "", "Last-Event-ID", "1");

    assertThat(told.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    String document = poster.get("/runs/" + run).body();
    assertThat(told.body()).isEqualTo("id: 1\nevent: compacted\ndata: " + document + "\n\n");
    DOCUMENT.check("run-compacted", document);
    assertThat(again.statusCode()).isEqualTo(204);
  }

  @Test
  void cancelsNothing() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");
    compact();

    HttpResponse<String> refused = poster.send("POST", "/runs/" + run + "/cancel", "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"run-is-over\"");
  }

  @Test
  void keepsWholeWhatFailed() {
    functions.fails("stubborn", 422, "never");
    String run = poster.postAndWait(Poster.event("stubborn.wanted", "{}")).getString("run");
    compact();

    assertThat(poster.run(run).getList("steps")).isNotEmpty();
  }

  @Test
  void forgetsWhatIsLeftInTheEnd() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");
    compact();

    sweep(new Terms(Duration.ZERO, Duration.ZERO, Duration.ZERO));

    assertThat(poster.get("/runs/" + run).statusCode()).isEqualTo(404);
  }

  private void compact() {
    sweep(new Terms(Duration.ZERO, Duration.ZERO, Duration.ofDays(90)));
  }

  private void sweep(Terms terms) {
    retention.sweep(terms, Optional.empty()).await().indefinitely();
  }
}
