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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document against the router that it describes. */
@QuarkusTest
@TestProfile(OpenApiTest.Narrow.class)
class OpenApiTest extends RouterTest {

  private static final String UNKNOWN = "00000000000000000000000000000000";
  private static final String ORIGIN = "WebHook-Request-Origin";

  /** One stream, and one delivery a minute for a sender that asked first. */
  public static final class Narrow implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.streams.max-open",
          "1",
          "runnel.webhook.origins",
          "*",
          "runnel.webhook.rate",
          "1");
    }
  }

  private record Case(String method, String path, Supplier<HttpResponse<String>> answer) {}

  @Inject KnownRoutes routes;

  private ApiDocument document = ApiDocument.written();

  @BeforeEach
  void readTheDocument() {
    document = ApiDocument.of(poster.get("/q/openapi?format=json").body());
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
      String real = path.replace("{id}", UNKNOWN);
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
        Stream.of(posted(), listed(), read(), followed(), cancelled())
            .flatMap(cases -> cases)
            .toList()) {
      HttpResponse<String> answer = each.answer().get();
      journal.breaks(Fault.NONE);
      document.check(each.method(), each.path(), answer);
      seen.add(each.method() + " " + each.path() + " " + answer.statusCode());
    }
    assertThat(seen).isEqualTo(document.answers());
  }

  @Test
  void knowsHowTheEventOfAWaitLooks() {
    functions.fails("right", 422, "nothing is left");
    HttpResponse<String> answer =
        poster.post(Poster.event("both.wanted", "{}"), "Prefer", "wait=15");

    document.check("RunResult", answer.body());
  }

  private Stream<Case> posted() {
    Event event = Poster.event("plain.wanted", "{}");
    String batch = new String(EventWriter.structured(event), StandardCharsets.UTF_8);
    String large = " ".repeat((1 << 20) + 1);
    return Stream.of(
        new Case("POST", "/", () -> poster.post(event, "Prefer", "wait=15")),
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

  private static Set<String> allowed(HttpResponse<String> answer) {
    return new TreeSet<>(List.of(answer.headers().firstValue("Allow").orElseThrow().split(", ")));
  }
}
