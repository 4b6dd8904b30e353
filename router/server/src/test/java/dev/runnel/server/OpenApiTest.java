package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The OpenAPI document against the router that it describes. */
@QuarkusTest
@TestProfile(OpenApiTest.Narrow.class)
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest extends PutFunctions {

  private static final String UNKNOWN = "00000000000000000000000000000000";
  private static final String ORIGIN = "WebHook-Request-Origin";

  /**
   * One stream, one delivery a minute for a sender that asked first, one second for a body, and at
   * first no functions.
   */
  public static final class Narrow implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.streams.max-open",
          "1",
          "runnel.webhook.origins",
          "*",
          "runnel.webhook.rate",
          "1",
          "runnel.http.body-time",
          "PT1S",
          "runnel.functions.max-put",
          "3",
          ScriptedManifests.CLOSED,
          "true");
    }
  }

  /** A request, and what the document calls it. */
  record Case(String method, String path, Supplier<HttpResponse<String>> answer) {}

  @Inject KnownRoutes routes;

  @Inject ScriptedKeyedState state;

  private ApiDocument document = ApiDocument.written();

  /** What was answered before functions were loaded. */
  private final List<HttpResponse<String>> early = new ArrayList<>();

  @BeforeEach
  void readTheDocument() {
    document = ApiDocument.of(poster.get("/q/openapi?format=json").body());
    if (early.isEmpty()) {
      early.add(poster.get("/functions"));
      early.add(poster.get("/functions/plain"));
      early.add(poster.explain("", Poster.event("plain.wanted", "{}")));
      manifests.open();
      assertThat(put("plain", manifest("plain", "")).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void isServedAsItWasWritten() {
    assertThat(document.answers()).isEqualTo(ApiDocument.written().answers());
    assertThat(document.schemas()).isEqualTo(ApiDocument.written().schemas());
  }

  @Test
  void knowsEveryPathAndNoOther() {
    assertThat(document.paths()).isEqualTo(routes.paths());
  }

  @Test
  void knowsEveryMethodAndNoOther() {
    for (String path : document.paths()) {
      String real = real(path);
      HttpResponse<String> refused = poster.send("TRACED", real, "");
      HttpResponse<String> asked = poster.send("OPTIONS", real, "");

      assertThat(refused.statusCode()).isEqualTo(405);
      document.check("Problem", refused.body());
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(Stream.of(refused, asked).map(OpenApiTest::allowed))
          .containsOnly(document.methods(path));
    }
  }

  @Test
  void knowsEveryAnswerAndHowItLooks() {
    var seen = new TreeSet<String>();
    for (Case each :
        Stream.of(
                posted(),
                listed(),
                read(),
                followed(),
                cancelled(),
                letters(),
                explained(),
                functions(),
                function(),
                new StateCases(poster, state).all(),
                cluster())
            .flatMap(cases -> cases)
            .toList()) {
      HttpResponse<String> answer = each.answer().get();
      journal.breaks(Fault.NONE);
      manifests.breaks(ScriptedManifests.Fault.NONE);
      document.check(each.method(), each.path(), answer);
      seen.add(each.method() + " " + each.path() + " " + answer.statusCode());
    }
    seen.addAll(odd());
    assertThat(seen).isEqualTo(document.answers());
  }

  @Test
  void knowsHowEveryFunctionLooks() {
    String full =
        """
        description: all, dependencies: [ { name: encode, with: { text: /data/a } }, plain ],
        input: { output-of: plain }, environment: { A: b, C: { secret: d/e } }, produces: [ a.b ],
        retry: { attempts: 2, backoff: linear, delay: 1s, max: 2s }, effects: pure, order: subject,
        cache: 10m, compensate: release, fallback: [ encode, { value: [ 1 ] } ],
        warm: { min: 1, windows: [ { cron: "0 8 * * *", length: 1h, min: 2 } ] },
        triggers: [ { filters: [ { any: [ { prefix: { type: a } }, { all: [ { exact: { type: b } } ] } ] },
        { not: { suffix: { type: c } } }, { cesql: "EXISTS a" }, { pattern: { data: { a: [ 1 ] } } } ] } ]
        """;
    HttpResponse<String> chain =
        putAll(
            manifest("full", full),
            "{ kind: Chain, name: some, parallel: true, aggregate: { quorum: 1 },"
                + " functions: [ near, far ] }");
    assertThat(chain.statusCode()).as(chain.body()).isEqualTo(201);

    List<String> names = json(poster.get("/functions")).getList("functions.name");
    assertThat(names).contains("full", "some", "plain", "publish", "quotes");
    for (String name : names) {
      document.check("GET", "/functions/{name}", poster.get("/functions/" + name));
    }
  }

  @Test
  void knowsHowTheEventOfAWaitLooks() {
    functions.fails("right", 422, "nothing is left");
    HttpResponse<String> answer =
        poster.post(Poster.event("both.wanted", "{}"), "Prefer", "wait=15");

    document.check("RunResult", answer.body());
  }

  @Test
  void knowsHowTheAnswerToABatchLooks() {
    Event event = Poster.event("plain.wanted", "{}");
    String wanted = new String(EventWriter.structured(event), StandardCharsets.UTF_8);

    document.check("BatchAnswer", poster.postBatch(List.of(wanted, "{}")).body());
  }

  private Stream<Case> posted() {
    Event event = Poster.event("plain.wanted", "{}");
    String batch = new String(EventWriter.structured(event), StandardCharsets.UTF_8);
    String large = " ".repeat((1 << 20) + 1);
    return Stream.of(
        new Case("POST", "/", () -> poster.post(event, "Prefer", "wait=15")),
        new Case("POST", "/", this::replied),
        new Case("POST", "/", () -> poster.postBatch(List.of(batch, "{}"))),
        new Case("POST", "/", () -> poster.post(event)),
        new Case("POST", "/", () -> poster.post(Poster.event("nobody.wants", "{}"))),
        new Case("POST", "/", () -> poster.postStructured("{}")),
        new Case("POST", "/", () -> poster.postStructured(large)),
        new Case(
            "POST",
            "/",
            () -> poster.send("POST", "/", "", "Content-Type", "application/cloudevents+avro")),
        new Case("POST", "/", () -> twice(() -> poster.post(event, ORIGIN, "example.org"))),
        new Case(
            "POST", "/", broken(() -> poster.post(Poster.event("plain.wanted", "{}")), "BEGIN")),
        new Case("OPTIONS", "/", () -> poster.send("OPTIONS", "/", "", ORIGIN, "example.org")));
  }

  private Stream<Case> listed() {
    return Stream.of(
        new Case("GET", "/runs", () -> poster.get("/runs?limit=1")),
        new Case("GET", "/runs", () -> poster.get("/runs?type=nobody.sent")),
        new Case("GET", "/runs", () -> poster.get("/runs?limit=0")),
        new Case("GET", "/runs", broken(() -> poster.get("/runs"), "READ")));
  }

  private Stream<Case> read() {
    String path = "/runs/{id}";
    return Stream.of(
        new Case("GET", path, () -> poster.get("/runs/" + rich())),
        new Case("GET", path, () -> poster.get("/runs/" + UNKNOWN)),
        new Case("GET", path, broken(() -> poster.get("/runs/" + UNKNOWN), "READ")));
  }

  private Stream<Case> followed() {
    String path = "/runs/{id}/events";
    return Stream.of(
        new Case("GET", path, () -> poster.get("/runs/" + rich() + "/events")),
        new Case("GET", path, () -> events(rich(), "999")),
        new Case("GET", path, () -> events(rich(), "-1")),
        new Case("GET", path, () -> poster.get("/runs/" + UNKNOWN + "/events")),
        new Case("GET", path, this::tooMany),
        new Case("GET", path, broken(() -> events(UNKNOWN, "0"), "READ")));
  }

  private Stream<Case> cancelled() {
    String path = "/runs/{id}/cancel";
    return Stream.of(
        new Case("POST", path, () -> cancel(held(), "")),
        new Case("POST", path, () -> cancel(held(), "", "Prefer", "wait=15")),
        new Case("POST", path, () -> cancel(UNKNOWN, "?compensate=perhaps")),
        new Case("POST", path, () -> cancel(UNKNOWN, "")),
        new Case("POST", path, () -> cancel(rich(), "")),
        new Case("POST", path, broken(() -> cancel(UNKNOWN, ""), "READ")));
  }

  private Stream<Case> letters() {
    return new DeadLetterCases(poster, functions, journal).all(this::rich);
  }

  private Stream<Case> explained() {
    return new ExplainCases(poster, journal, backlog, early.getLast()).all(this::rich);
  }

  private Stream<Case> functions() {
    String path = "/functions";
    String large = "#" + "x".repeat(1 << 20);
    return Stream.of(
        new Case("GET", path, early::getFirst),
        new Case("GET", path, () -> poster.get("/functions?limit=2")),
        new Case("GET", path, () -> poster.get("/functions?state=held")),
        new Case("GET", path, () -> poster.get("/functions?limit=0")),
        new Case("PUT", path, () -> putAll(manifest("one", ""), manifest("two", ""))),
        new Case("PUT", path, () -> putAll(manifest("one", ""), manifest("two", ""))),
        new Case("PUT", path, () -> putAll(manifest("one", "nonsense: 1"))),
        new Case("PUT", path, () -> putAll(manifest("plain", ""))),
        new Case("PUT", path, () -> putAll(large)),
        new Case("PUT", path, () -> poster.send("PUT", path, "", "If-Match", "\"0\"")),
        new Case("PUT", path, () -> poster.send("PUT", path, "", "Content-Type", "text/plain")),
        new Case("PUT", path, unwritten(() -> putAll(manifest("one", "priority: 1")))));
  }

  private Stream<Case> function() {
    String path = "/functions/{name}";
    String held = "dependencies: [ absent ]";
    String[] yaml = {"Accept", "application/yaml"};
    return Stream.of(
        new Case("GET", path, () -> early.get(1)),
        new Case("GET", path, () -> poster.get("/functions/plain")),
        new Case("GET", path, () -> poster.send("GET", "/functions/one", "", yaml)),
        new Case("GET", path, () -> poster.get("/functions/absent")),
        new Case("PUT", path, () -> put("third?hold=true", manifest("third", held))),
        new Case("PUT", path, () -> put("third?hold=true", manifest("third", held))),
        new Case("PUT", path, () -> put("third", manifest("third", held))),
        new Case("PUT", path, () -> put("third?hold=perhaps", manifest("third", ""))),
        new Case("PUT", path, () -> put("fourth", manifest("fourth", ""))),
        new Case("PUT", path, () -> put("third", "{}", "If-None-Match", "*")),
        new Case("PUT", path, () -> put("third", "", "Content-Type", "text/plain")),
        new Case("PUT", path, unwritten(() -> put("third", manifest("third", "")))),
        new Case("GET", path, () -> poster.get("/functions/third")),
        new Case("DELETE", path, () -> delete("absent")),
        new Case("DELETE", path, () -> delete("plain")),
        new Case("DELETE", path, () -> delete("third", "If-Match", "\"0\"")),
        new Case("DELETE", path, unwritten(() -> delete("third"))),
        new Case("DELETE", path, () -> delete("third")));
  }

  private Stream<Case> cluster() {
    return Stream.of(
        new Case("GET", "/cluster", () -> poster.get("/cluster")),
        new Case("GET", "/cluster", () -> poster.get("/cluster?who=all")));
  }

  /** What every path answers to every {@link OddRequest}; none is told from another by them. */
  private Set<String> odd() {
    return document.operations().parallelStream()
        .flatMap(operation -> Stream.of(OddRequest.values()).map(odd -> answered(operation, odd)))
        .collect(Collectors.toSet());
  }

  private String answered(String operation, OddRequest odd) {
    String[] words = operation.split(" ", 2);
    RawHttp.Answer answer = odd.to(root, words[0], real(words[1]));
    assertThat(answer.status()).as("%s %s", operation, odd).isEqualTo(odd.status());
    document.check(words[0], words[1], answer);
    return operation + " " + answer.status();
  }

  /** The one event of a function that answers with one. */
  private HttpResponse<String> replied() {
    String makes = wants("maker.wanted") + ", produces: [ thing.made ]";
    assertThat(put("maker", manifest("maker", makes)).statusCode()).isEqualTo(201);
    functions.emits("maker", Poster.event("thing.made", "[ 1 ]"));
    HttpResponse<String> reply =
        poster.post(Poster.event("maker.wanted", "{}"), "Prefer", "reply, wait=15");
    delete("maker");
    assertThat(reply.headers().firstValue("Preference-Applied"))
        .as("%d %s", reply.statusCode(), reply.body())
        .contains("reply");
    return reply;
  }

  /** A run that is over, with retries, a fallback and a failure. */
  private String rich() {
    functions.fails("fragile", 503, "broken");
    return poster.postAndWait(Poster.event("fragile.wanted", "{}")).getString("run");
  }

  /** A run that goes on. */
  private String held() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String location = Poster.location(poster.post(Poster.event("plain.wanted", "{}")));
    hold.awaitCalls();
    return location.substring("/runs/".length());
  }

  private HttpResponse<String> cancel(String run, String query, String... headers) {
    return poster.send("POST", "/runs/" + run + "/cancel" + query, "", headers);
  }

  private HttpResponse<String> events(String run, String last) {
    return poster.send("GET", "/runs/" + run + "/events", "", "Last-Event-ID", last);
  }

  private HttpResponse<String> tooMany() {
    String run = held();
    try (RawHttp reader = RawHttp.to(root)) {
      reader.send("GET /runs/" + run + "/events HTTP/1.1\r\nHost: router\r\n\r\n");
      reader.readUntil("event: began");
      HttpResponse<String> refused = poster.get("/runs/" + run + "/events");
      cancel(run, "");
      reader.readUntil("event: ended");
      return refused;
    }
  }

  private static HttpResponse<String> twice(Supplier<HttpResponse<String>> request) {
    var _ = request.get();
    return request.get();
  }

  private Supplier<HttpResponse<String>> broken(
      Supplier<HttpResponse<String>> request, String what) {
    return () -> {
      journal.breaks(Fault.valueOf("REFUSES_" + what));
      return request.get();
    };
  }

  private Supplier<HttpResponse<String>> unwritten(Supplier<HttpResponse<String>> request) {
    return () -> {
      manifests.breaks(ScriptedManifests.Fault.REFUSES_APPEND);
      return request.get();
    };
  }

  /** A path that is asked for, where the document has its form. */
  private static String real(String path) {
    return path.replace("{id}", UNKNOWN)
        .replace("{name}", "plain")
        .replace("{function}", "plain")
        .replace("{key}", "odd");
  }

  private static Set<String> allowed(HttpResponse<String> answer) {
    return new TreeSet<>(List.of(answer.headers().firstValue("Allow").orElseThrow().split(", ")));
  }
}
