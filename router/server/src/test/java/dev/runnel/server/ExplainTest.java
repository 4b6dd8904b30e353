package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants an event, why, and what would run: told, while nothing runs. */
@QuarkusTest
class ExplainTest extends PutFunctions {

  private static final ApiDocument DOCUMENT = ApiDocument.written();

  private static final Event ORDER =
      Event.of("17", "/shop", "order.wanted", Data.json("{\"item\":3,\"lang\":\"zh\"}"));

  @Test
  void saysOfEveryFunctionAndChainWhetherAndWhy() {
    JsonPath account = explained("", ORDER);

    List<String> all = json(poster.get("/functions")).getList("functions.name");
    assertThat(account.<String>getList("functions.name"))
        .containsExactlyInAnyOrderElementsOf(all)
        .startsWith("order", "book");
    assertThat(account.getList("functions.matched")).startsWith(true, false).doesNotContainNull();
    assertThat(because(account, "order"))
        .isEqualTo("triggers/0: exact {type=order.wanted}: type is \"order.wanted\"");
    assertThat(because(account, "publish"))
        .isEqualTo("triggers/0: exact {type=publish.wanted}: type is \"order.wanted\"");
    assertThat(because(account, "quotes")).startsWith("no triggers: ");
    assertThat(account.getMap("event"))
        .isEqualTo(Map.of("id", "17", "source", "/shop", "type", "order.wanted"));
    assertThat(account.getMap("$")).doesNotContainKeys("run", "leftOut");
  }

  @Test
  void runsNothingAndRemembersNothing() {
    Event event = Poster.event("order.wanted", "{}");
    journal.breaks(Fault.REFUSES_BEGIN);
    journal.appends();

    explained("", event);
    journal.breaks(Fault.NONE);

    assertThat(functions.called()).isEmpty();
    assertThat(backlog.runs()).isZero();
    assertThat(journal.appends()).isZero();
    assertThat(json(poster.get("/runs?id=" + event.id())).getList("runs")).isEmpty();
    poster.postAndWait(event);
    assertThat(functions.called()).last().isEqualTo("order");
  }

  @Test
  void tellsThePlanThatThenRuns() {
    Event event = Poster.event("order.wanted", "{\"item\":3}");
    JsonPath plan = explained("", event);
    JsonPath run = poster.run(poster.postAndWait(event).getString("run"));

    for (String member : List.of("id", "function", "goal", "needs", "after")) {
      assertThat(plan.getList("plan.steps." + member))
          .as(member)
          .isEqualTo(run.getList("steps." + member));
    }
    assertThat(plan.getList("plan.steps.id")).isEqualTo(List.of("near", "far", "quotes", "order"));
    assertThat(plan.getList("plan.steps.goal")).isEqualTo(List.of(false, false, false, true));
    assertThat(plan.getList("plan.steps.kind"))
        .isEqualTo(List.of("Function", "Function", "Chain", "Function"));
    assertThat(plan.getList("plan.steps.neededBy"))
        .isEqualTo(List.of(List.of("quotes"), List.of("quotes"), List.of("order"), List.of()));
    assertThat(plan.getMap("plan.steps[0].with")).isEqualTo(Map.of("item", "/data/item"));
    assertThat(plan.getString("plan.steps[3].input")).isEqualTo("all");
    assertThat(plan.getMap("plan")).doesNotContainKey("problem");
  }

  @Test
  void tellsWhatMembersOfAChainGetAndWhatStandsIn() {
    JsonPath plan = explained("", Poster.event("publish.wanted", "{}"));

    assertThat(plan.getList("plan.steps.id"))
        .isEqualTo(List.of("language", "draft", "review", "print", "publish"));
    assertThat(plan.getString("plan.steps[1].input.output-of")).isEqualTo("language");
    assertThat(plan.getString("plan.steps[2].after")).isEqualTo("draft");
    assertThat(plan.getString("plan.steps[2].input.output-of")).isEqualTo("draft");
    assertThat(plan.getString("plan.steps[4].input")).isNull();
    assertThat(plan.getList("plan.steps[4].fallback"))
        .isEqualTo(List.of(Map.of("constant", "\"unpublished\"")));
    assertThat(
            explained("", Poster.event("fragile.wanted", "{}")).getList("plan.steps[0].fallback"))
        .isEqualTo(List.of("sturdy", Map.of("constant", "{\"answer\":\"constant\"}")));
  }

  @Test
  void saysWhatIsMissingAndWhichValueDecided() {
    putAll(
        manifest("tenant", "triggers: [ { filters: [ { exact: { tenant: acme } } ] } ]"),
        manifest(
            "chinese", "triggers: [ { filters: [ { pattern: { data: { lang: [ en ] } } } ] } ]"),
        manifest("large", "triggers: [ { filters: [ { cesql: \"INT(amount) > 10\" } ] } ]"));
    Event event = ORDER.with(Map.of("amount", "7"));

    JsonPath account = explained("?function=tenant,chinese,large", event);

    assertThat(account.getList("functions.matched")).isEqualTo(List.of(false, false, false));
    assertThat(because(account, "tenant")).endsWith("tenant is absent");
    assertThat(because(account, "chinese")).contains("\"zh\"").doesNotContain("item");
    assertThat(because(account, "large")).contains("'7'");
  }

  @Test
  void explainsLifecycleEvents() {
    putAll(
        manifest("everything", "triggers: [ { filters: [] } ]"),
        manifest("watcher", wants("dev.runnel.run.failed")));
    Event event = Poster.event("dev.runnel.run.failed", "{}");

    JsonPath account = explained("?function=everything,watcher", event);

    assertThat(account.getList("functions.name")).isEqualTo(List.of("watcher", "everything"));
    assertThat(account.getList("functions.matched")).isEqualTo(List.of(true, false));
    assertThat(because(account, "everything")).contains("lifecycle events reach only");
    assertThat(account.getList("plan.steps.id")).isEqualTo(List.of("watcher"));
  }

  @Test
  void tellsAnEmptyPlanWhereNothingMatches() {
    Event event = Poster.event("nobody.wants", "{}");

    assertThat(explained("", event).getList("plan.steps")).isEmpty();
    assertThat(explained("?matched=true", event).getList("functions")).isEmpty();
    assertThat(text("?matched=true", event))
        .endsWith(
            "\n\nNo function is as you ask.\n\nPlan\n  nothing is called: no function matches\n");
  }

  @Test
  void tellsWhoIsHeldAndWhy() {
    String early = manifest("early", "dependencies: [late], " + wants("early.wanted"));
    put("early?hold=true", early);

    JsonPath account = explained("?function=early", Poster.event("early.wanted", "{}"));

    assertThat(account.getString("functions[0].now")).isEqualTo("held");
    assertThat(account.getBoolean("functions[0].matched")).isFalse();
    assertThat(because(account, "early")).isEqualTo("it is held: there is no function \"late\"");
  }

  @Test
  void saysWhyWhatIsPlannedIsNotCalled() {
    Event circling = ORDER.with(Map.of("runnelhops", "16"));

    JsonPath account = explained("?function=order", circling);

    assertThat(account.getList("plan.steps.id")).contains("order");
    assertThat(account.getString("plan.problem.code")).isEqualTo("loop");
    assertThat(account.getString("plan.problem.instance")).isEqualTo("/explain");
    assertThat(text("?function=order", circling))
        .contains("Plan\n  nothing is called: The event has");
  }

  @Test
  void tellsOfThoseAloneThatAreAskedFor() {
    assertThat(explained("?function=plain,order,near", ORDER).getList("functions.name"))
        .isEqualTo(List.of("order", "near", "plain"));
    assertThat(explained("?function=plain,order&matched=false", ORDER).getList("functions.name"))
        .isEqualTo(List.of("plain"));
    assertThat(explained("?matched=true", ORDER).getList("functions.name"))
        .isEqualTo(List.of("order"));
  }

  @Test
  void leavesOutWhatIsBeyondTheLimitAndSaysSo() {
    int all = json(poster.get("/functions")).getList("functions").size();

    JsonPath account = explained("?limit=2", ORDER);

    assertThat(account.getList("functions.name")).isEqualTo(List.of("order", "book"));
    assertThat(account.getInt("leftOut")).isEqualTo(all - 2);
    assertThat(text("?limit=2", ORDER)).contains("\n" + (all - 2) + " more are left out: ask");
  }

  @Test
  void isReadAtATerminal() throws IOException {
    HttpResponse<String> answer =
        poster.explain("?function=order,near,publish,tenant", ORDER, "Accept", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(404);

    put("tenant", manifest("tenant", "triggers: [ { filters: [ { exact: { tenant: acme } } ] } ]"));
    assertThat(text("?function=order,near,publish,tenant", ORDER)).isEqualTo(golden("order"));
    assertThat(text("?function=publish,draft", ORDER.with(Map.of("type", "publish.wanted"))))
        .isEqualTo(golden("publish"));
    assertThat(text("?function=rank,fragile", ORDER.with(Map.of("type", "fragile.wanted"))))
        .isEqualTo(golden("fragile"));
  }

  @Test
  void cannotSteerATerminal() {
    putAll(
        manifest("picky", "triggers: [ { filters: [ { pattern: { data: { a: [ x ] } } } ] } ]"),
        manifest("tidy", "triggers: [ { filters: [ { exact: { subject: x } } ] } ]"));
    Event event =
        Poster.event("order.wanted", "{\"a\":\"b\\u001b[2J\\u202ec\\ud800\"}")
            .with(Map.of("subject", "\u202e"));

    assertThat(text("?function=picky,tidy", event)).contains("\\u202e").matches("[ -~\n\uFFFD]+");
    explained("?function=picky", event);
  }

  @Test
  void showsNoMoreOfALongValueThanItsBeginning() {
    put("tenant", manifest("tenant", "triggers: [ { filters: [ { exact: { tenant: acme } } ] } ]"));
    Event event = ORDER.with(Map.of("tenant", "x".repeat(5_000)));

    assertThat(because(explained("?function=tenant", event), "tenant"))
        .endsWith("tenant is \"" + "x".repeat(80) + "\"…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | text/plain",
        "text/* | text/plain",
        "text/plain, application/json;q=0.5 | text/plain",
        "*/* | application/json",
        "text/html, */*;q=0.1 | application/json",
        "nonsense | application/json"
      })
  void answersInTheFormThatIsAccepted(String accept, String type) {
    HttpResponse<String> answer = poster.explain("?function=order", ORDER, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(answer.headers().firstValue("Vary")).contains("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json;q=0", "image/*, text/plain;q=0"})
  void refusesToAnswerInAFormThatThereIsNot(String accept) {
    refused(poster.explain("", ORDER, "Accept", accept), 406, "not-acceptable");
  }

  @Test
  void takesWholeEventsToo() {
    String whole = new String(EventWriter.structured(ORDER), UTF_8);
    HttpResponse<String> answer = structured(whole);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(poster.explain("", ORDER).body());
  }

  @Test
  void refusesWhatIsRefusedWhereEventsEnter() {
    String[] batch = {"Content-Type", "application/cloudevents-batch+json"};
    refused(poster.send("POST", "/explain", "[]", batch), 415, "unsupported-format");
    refused(structured("{}"), 400, "malformed-event");
    refused(structured(" ".repeat((1 << 20) + 1)), 413, "too-large");
    for (String extension : List.of("runnelhops", "runneldeadline")) {
      HttpResponse<String> answer = poster.explain("", ORDER.with(Map.of(extension, "soon")));
      refused(answer, 400, "malformed-event");
      assertThat(json(answer).getString("path")).isEqualTo(extension);
    }
    refused(poster.get("/explain"), 405, "method-not-allowed");
  }

  @Test
  void refusesWhileNoEventCouldEnter() {
    int room = backlog.hold(Integer.MAX_VALUE);
    try {
      refused(poster.explain("", ORDER), 429, "too-many-runs");
    } finally {
      backlog.release(room);
    }
    explained("?function=order", ORDER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "function=          | function",
        "function=Plain     | function",
        "function=plain,    | function",
        "function=a&function=b | function",
        "matched=perhaps    | matched",
        "limit=0            | limit",
        "limit=10001        | limit",
        "after=plain        | after"
      })
  void refusesAQuestionThatCannotBe(String query, String path) {
    HttpResponse<String> answer = poster.explain("?" + query, ORDER);

    refused(answer, 400, "malformed-query");
    assertThat(json(answer).getString("path")).isEqualTo(path);
  }

  @Test
  void doesNotKnowAFunctionThatIsNotThere() {
    HttpResponse<String> answer = poster.explain("?function=order,summarry", ORDER);

    refused(answer, 404, "no-such-function");
    assertThat(json(answer).getString("detail"))
        .isEqualTo("No function is called \"summarry\", did you mean \"summary\"?");
  }

  private JsonPath explained(String query, Event event) {
    HttpResponse<String> answer = poster.explain(query, event);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    DOCUMENT.check("POST", "/explain", answer);
    return json(answer);
  }

  private String text(String query, Event event) {
    HttpResponse<String> answer = poster.explain(query, event, "Accept", "text/plain");
    DOCUMENT.check("POST", "/explain", answer);
    return answer.body();
  }

  private HttpResponse<String> structured(String body) {
    return poster.send("POST", "/explain", body, "Content-Type", "application/cloudevents+json");
  }

  private static String because(JsonPath account, String function) {
    return account.getString("functions.find { it.name == '" + function + "' }.because");
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }

  static String golden(String name) throws IOException {
    try (InputStream text =
        ExplainTest.class.getResourceAsStream("/cases/explain-" + name + ".txt")) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }
}
