package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.journal.Retention;
import dev.runnel.journal.Retention.Terms;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a run has the steps that it has, also when its functions have changed since. */
@QuarkusTest
class RunExplainTest extends PutFunctions {

  private static final ApiDocument DOCUMENT = ApiDocument.written();

  @Inject Retention retention;

  @Test
  void tellsWhyItsFunctionsMatchedAndWhatTheOthersSayNow() {
    Event event = Poster.event("order.wanted", "{}");
    String run = poster.postAndWait(event).getString("run");

    JsonPath account = explained(run, "?function=order,quotes,plain");

    assertThat(account.getString("run")).isEqualTo(run);
    assertThat(account.getString("event.id")).isEqualTo(event.id());
    assertThat(account.getList("functions.name")).isEqualTo(List.of("order", "quotes", "plain"));
    assertThat(account.getList("functions.matched")).isEqualTo(List.of(true, false, false));
    assertThat(account.getList("functions.asOf")).isEqualTo(List.of("run", "run", "now"));
    assertThat(account.getString("functions[0].because"))
        .isEqualTo("triggers/0: exact {type=order.wanted}: type is \"order.wanted\"");
    assertThat(account.getList("plan.steps.id")).isEqualTo(poster.run(run).getList("steps.id"));
  }

  @Test
  void keepsToWhatTheRunBeganWith() throws IOException {
    putAll(
        manifest("hello", wants("hello.wanted") + ", fallback: [ sturdy ]"),
        manifest("goer", wants("hello.wanted")),
        manifest("late", wants("bye.wanted")));
    Event event = Event.of("17", "/shop", "hello.wanted", Poster.event("a", "{}").data());
    String run = poster.postAndWait(event).getString("run");
    put("hello", manifest("hello", wants("bye.wanted")));
    put("late", manifest("late", wants("hello.wanted")));
    delete("goer");

    JsonPath account = explained(run, "?function=hello,goer,late,plain");

    assertThat(account.getList("functions.name"))
        .isEqualTo(List.of("goer", "hello", "late", "plain"));
    assertThat(account.getList("functions.matched")).isEqualTo(List.of(true, true, true, false));
    assertThat(account.getList("functions.asOf")).isEqualTo(List.of("run", "run", "now", "now"));
    assertThat(account.getString("functions[0].now")).isEqualTo("removed");
    assertThat(account.getString("functions[1].now")).isEqualTo("changed");
    assertThat(account.getString("functions[2].now")).isNull();
    assertThat(account.getList("plan.steps.id")).isEqualTo(List.of("goer", "hello"));
    assertThat(account.getList("plan.steps[1].fallback")).isEqualTo(List.of("sturdy"));
    assertThat(text(run, "?function=hello,goer,late,plain").replace(run, "RUN"))
        .isEqualTo(ExplainTest.golden("run"));
  }

  @Test
  void tellsOfTheRunsOwnFunctionsFirst() {
    String run = poster.postAndWait(Poster.event("order.wanted", "{}")).getString("run");

    JsonPath three = explained(run, "?limit=3");
    JsonPath five = explained(run, "?limit=5");

    assertThat(three.getList("functions.name")).isEqualTo(List.of("order", "far", "near"));
    assertThat(five.getList("functions.name"))
        .hasSize(5)
        .startsWith("order", "far", "near", "quotes");
    assertThat(three.getInt("leftOut")).isEqualTo(five.getInt("leftOut") + 2);
    assertThat(explained(run, "?matched=true").getList("functions.name"))
        .isEqualTo(List.of("order"));
  }

  @Test
  void saysThatARunOfACirclingEventWasNotCalled() {
    Event event = Poster.event("plain.wanted", "{}").with(Map.of("runnelhops", "16"));
    String run = poster.postAndWait(event).getString("run");

    assertThat(explained(run, "?function=plain").getString("plan.problem.code")).isEqualTo("loop");
  }

  @Test
  void saysWhereNoMoreIsLeftThanABrief() {
    Event event = Poster.event("plain.wanted", "{}");
    String run = poster.postAndWait(event).getString("run");
    retention
        .sweep(new Terms(Duration.ZERO, Duration.ZERO, Duration.ofDays(90)), Optional.empty())
        .await()
        .indefinitely();

    JsonPath left = explained(run, "");

    assertThat(left.getBoolean("compacted")).isTrue();
    assertThat(left.getList("goals")).isEqualTo(List.of("plain"));
    assertThat(text(run, ""))
        .isEqualTo(
            """
            Event plain.wanted
              id %s, source /tests
              run %s

            The run has been over for so long that its event's data and its plan are gone.
            It matched plain
            """
                .formatted(event.id(), run));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    refused(poster.get("/runs/" + "0".repeat(32) + "/explain"), 404, "no-such-run");
    refused(poster.get("/runs/nonsense/explain"), 404, "no-such-run");
    refused(poster.get("/runs/" + run + "/explain?function=plane"), 404, "no-such-function");
    refused(poster.get("/runs/" + run + "/explain?functions=plain"), 400, "malformed-query");
    String[] html = {"Accept", "text/html"};
    refused(poster.send("GET", "/runs/" + run + "/explain", "", html), 406, "not-acceptable");
  }

  private JsonPath explained(String run, String query) {
    HttpResponse<String> answer = poster.get("/runs/" + run + "/explain" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    DOCUMENT.check("GET", "/runs/{id}/explain", answer);
    return json(answer);
  }

  private String text(String run, String query) {
    HttpResponse<String> answer =
        poster.send("GET", "/runs/" + run + "/explain" + query, "", "Accept", "text/plain");
    DOCUMENT.check("GET", "/runs/{id}/explain", answer);
    return answer.body();
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }
}
