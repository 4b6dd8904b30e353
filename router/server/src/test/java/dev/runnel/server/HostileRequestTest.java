package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose targets, headers and texts are meant to be understood as something else. */
@QuarkusTest
@Timeout(60)
class HostileRequestTest extends RouterTest {

  private static final Event EVENT = Poster.event("nobody.wants", "{}");
  private static final String BODY = "Connection: close\r\nContent-Length: 0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin",
        "/admin;x",
        "/admin%3Bx",
        "/a%2F..%2Fadmin",
        "/Admin/",
        "/%2e%2e/admin",
        "/..%2f..%2fetc%2fpasswd",
        "/..\\..\\etc\\passwd",
        "/%00",
        "/runs/%00",
        "/runs/..%2f..%2f",
        "/runs/%2e%2e/admin",
        "/runs/1;x",
        "/runs/%0d%0aX-Evil:%201",
        "/runs/%ff",
        "/Runs/00000000000000000000000000000000",
        "/runs/00000000000000000000000000000000%00",
        "/runs/0000000000000000000000000000000G",
        "/runs/00000000000000000000000000000000/",
        "/runs%2F00000000000000000000000000000000",
        "/%",
        "/%zz",
        "/%u0000",
        "/\u00ff\u00fe",
        "/q/dev-ui",
        "/q/../q/dev-ui",
        "/.git/config",
        "http://elsewhere/admin",
        "*",
        "//",
        "x",
      })
  void neverTakesAnEventAtAnotherPath(String target) {
    String head = RawHttp.head(EVENT).replace("POST / ", "POST " + target + " ");
    String answer = answerTo(head + BODY);

    assertThat(answer).containsPattern("^HTTP/1.1 40[0145] ").contains("application/problem+json");
    assertThat(answer).doesNotContain("X-Evil: 1\r\n", "Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/./", "/runs/..", "/runs/%2e%2e", "/?%00", "http://elsewhere/"})
  void decidesOtherFormsOfAPathLikeThePath(String target) {
    String head = RawHttp.head(EVENT).replace("POST / ", "POST " + target + " ");

    assertThat(answerTo(head + BODY)).startsWith("HTTP/1.1 202 ");
    assertThat(answerTo(head.replace("ce-type", "ce-kind") + BODY))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"malformed-event\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce-subject: a%0D%0AX-Evil: 1",
        "ce-subject: a%0AX-Evil: 1",
        "ce-subject: a%00b",
        "ce-subject: a%1Bb",
        "ce-subject: a%7Fb",
        "ce-subject: a%C2%85b",
        "ce-subject: %C0%AF",
        "ce-subject: %ED%A0%80",
        "ce-subject: \"a",
        "ce-subject: \u00e4",
        "ce-data: 1",
        "ce-a_b: 1",
        "ce-: 1",
        "ce-\u212a: 1",
        "ce-id: another",
        "CE-ID: another",
        "ce-specversion: 1.0",
        "ce-time: 2026-01-01T00:00:00+25:00",
        "ce-time: 2026-02-29T00:00:00Z",
        "ce-time: 2026-01-01T00:00:60Z",
        "ce-time: 2026-01-01 00:00:00Z",
        "ce-time: 2026-01-01T00:00:00",
        "ce-time: 02026-01-01T00:00:00Z",
        "ce-time: -001-01-01T00:00:00Z",
        "ce-time: 1767225600",
        "ce-time: ٢٠٢٦-01-01T00:00:00Z",
        "Content-Type: text/plain\r\nContent-Type: application/cloudevents+json",
        "Content-Type: no media type",
      })
  void refusesAHeaderThatMeansSomethingElse(String header) {
    String answer = answerTo(RawHttp.head(noContentType(), header) + BODY);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(answer).doesNotContain("X-Evil", "another");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "0000-02-29T00:00:00+23:59"})
  void takesAnyTimeThatExistsAndBelievesTheOwnClock(String time) {
    Event event = Poster.event("plain.wanted", "{}").with(Map.of("time", time));
    HttpResponse<String> accepted = poster.post(event, "Prefer", "wait=15");
    JsonPath run = poster.run(JsonPath.from(accepted.body()).getString("run"));

    assertThat(run.getString("event.time")).isEqualTo(time);
    assertThat(run.getString("began")).startsWith("20");
    assertThat(run.getString("state")).isEqualTo("succeeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE runs; --",
        "$1 $2 :name ? {0} ${jndi:ldap://127.0.0.1/a} %s %n #{1+1} {{7*7}}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "../../etc/passwd",
        "\u202etxt.exe\u2066",
        "Z\u0351\u036b\u0343\u036a",
        "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\\u0000 \\x00 %00 %2500",
        "null",
        "NaN",
        "__proto__",
        "@type",
        "=cmd|' /C calc'!A0",
      })
  void storesTextAsItIsAndShowsItSo(String text) {
    String id = text + " " + System.nanoTime();
    Event event =
        Event.of(id, "/tests", "plain.wanted", Data.json("{}"))
            .with(Map.of("subject", text, "partitionkey", text));
    HttpResponse<String> answer = poster.post(event, "Prefer", "wait=15");
    JsonPath run = poster.run(JsonPath.from(answer.body()).getString("run"));

    assertThat(run.getString("event.id")).isEqualTo(id);
    assertThat(run.getString("event.subject")).isEqualTo(text);
    assertThat(functions.callsOf("plain").getLast().attribute("partitionkey")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "source", "type", "subject", "partitionkey"})
  void refusesNul(String attribute) {
    String json =
        """
        {"specversion":"1.0","id":"nul","source":"/tests","type":"plain.wanted"}""";
    String with = json.replace("}", ",\"" + attribute + "\":\"a\\u0000b\"}");
    String instead =
        json.replaceAll("\"" + attribute + "\":\"[^\"]*\"", "\"" + attribute + "\":\"\\\\u0000\"");

    for (String event : new String[] {with, instead}) {
      if (!event.equals(json)) {
        assertThat(poster.postStructured(event).statusCode()).isEqualTo(400);
      }
    }
  }

  @Test
  void neverDecompresses() {
    for (String coding : new String[] {"gzip", "deflate", "br", "zstd", "gzip, gzip"}) {
      HttpResponse<String> answer = poster.post(EVENT, "Content-Encoding", coding);

      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
    }
  }

  @Test
  void tellsWhatIsTooLongAsAProblem() {
    assertThat(answerTo("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: router\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ")
        .contains("\"target-too-long\"");
    assertThat(answerTo(RawHttp.head(EVENT, "x: " + "x".repeat(70_000)) + BODY))
        .startsWith("HTTP/1.1 431 ")
        .contains("\"headers-too-large\"");
    String tooMany = "x: y\r\n".repeat(20_000);
    assertThat(answerTo(RawHttp.head(EVENT) + tooMany + BODY)).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void answersWhoIsStillSendingHeaders() {
    String muchTooLong = "x".repeat(4 << 20);

    assertThat(answerTo(RawHttp.head(EVENT) + "ce-long: " + muchTooLong + "\r\n" + BODY))
        .startsWith("HTTP/1.1 431 ")
        .contains("\"headers-too-large\"");
  }

  @Test
  void takesTheLongestValueOfAnAttributeInEitherMode() {
    String longest = "\u20ac".repeat(8192 / 3);

    assertThat(poster.post(EVENT.with(Map.of("subject", longest))).statusCode()).isEqualTo(202);
    assertThat(poster.post(EVENT.with(Map.of("subject", longest + "xxx"))).statusCode())
        .isEqualTo(400);
  }

  private String answerTo(String request) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(request);
      return caller.readToTheEnd();
    }
  }

  private static Event noContentType() {
    return EVENT.with(new Data(null, new byte[0]));
  }
}
