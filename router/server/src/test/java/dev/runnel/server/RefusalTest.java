package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and how the answer says why. */
@QuarkusTest
class RefusalTest extends RouterTest {

  private static final String[] GOOD = {
    "ce-specversion", "1.0", "ce-id", "refused", "ce-source", "/tests", "ce-type", "plain.wanted"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ce-id        | duplicate            | id
          ce-time      | yesterday            | time
          ce-subject   |                      | subject
          ce-subject   | %FF                  | subject
          ce-subject   | a%0D%0AX-Evil: 1     | subject
          ce-runneldeadline | soon            | runneldeadline
          ce-runneldeadline | 2026-02-30T09:00:00Z | runneldeadline
          ce-a-b       | 1                    | a-b
          ce-data      | 1                    | data
          ce-datacontenttype | text/plain     | datacontenttype
          ce-dataschema | not absolute        | dataschema
          """)
  void refusesABinaryEventAndNamesTheAttribute(String header, String value, String path) {
    String text = value == null ? "" : value;

    HttpResponse<String> response = poster.send("POST", "/", "{}", with(GOOD, header, text));

    assertProblem(response, 400, "malformed-event", "/");
    assertThat(JsonPath.from(response.body()).getString("path")).isEqualTo(path);
    assertThat(response.headers().map()).doesNotContainKey("x-evil");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"specversion":"1.0","id":"1","source":"/tests"}                                       | /type
          {"specversion":"1.0","id":"1","source":"/tests","type":"t","data":1,"data_base64":"AA=="} | /data_base64
          {"specversion":"1.0","id":"1","source":"/tests","type":"t","data_base64":"?"}          | /data_base64
          {"specversion":"0.3","id":"1","source":"/tests","type":"t"}                            | /specversion
          {"specversion":"1.0","id":"1","id":"2","source":"/tests","type":"t"}                   | line 1, column 31
          {"specversion":"1.0","Id":"1"}                                                         | line 1, column 22
          {"specversion":"1.0"} {}                                                               | line 1, column 23
          [1]                                                                                    | line 1, column 1
          """)
  void refusesAStructuredEventAndNamesThePlace(String json, String path) {
    HttpResponse<String> response = poster.postStructured(json);

    assertProblem(response, 400, "malformed-event", "/");
    assertThat(JsonPath.from(response.body()).getString("path")).isEqualTo(path);
  }

  @Test
  void neverShowsTheCallersData() {
    HttpResponse<String> json = poster.postStructured("{\"password\":\"s3cret\",\"s3cret\":");
    HttpResponse<String> header =
        poster.send("POST", "/", "s3cret", with(GOOD, "ce-time", "s3cret"));

    assertThat(json.body() + header.body()).doesNotContain("s3cret", "Exception", "\tat ");
  }

  @Test
  void survivesJsonThatNestsDeeply() {
    HttpResponse<String> response = poster.postStructured("{\"data\":" + "[".repeat(100_000));

    assertProblem(response, 400, "malformed-event", "/");
  }

  @ParameterizedTest
  @CsvSource({
    "application/cloudevents+avro",
    "application/cloudevents",
    "application/cloudevents-batch+protobuf",
    "application/cloudevents-batch+json; charset=utf-16",
    "APPLICATION/CLOUDEVENTS+JSON; charset=iso-8859-1"
  })
  void refusesFormatsThatItDoesNotKnow(String contentType) {
    HttpResponse<String> response =
        poster.send("POST", "/", "[]", with(GOOD, "Content-Type", contentType));

    assertProblem(response, 415, "unsupported-format", "/");
  }

  @ParameterizedTest
  @CsvSource({"GET, ''", "PUT, {}", "DELETE, ''", "PATCH, {}", "TRACED, {}"})
  void refusesOtherMethods(String method, String body) {
    HttpResponse<String> response = poster.send(method, "/", body);

    assertProblem(response, 405, "method-not-allowed", "/");
    assertThat(response.headers().firstValue("Allow")).contains("POST, OPTIONS");
  }

  @Test
  void grantsNoWebHookToAnybody() {
    HttpResponse<String> response =
        poster.send("OPTIONS", "/", "", "WebHook-Request-Origin", "example.org");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Allow")).contains("POST, OPTIONS");
    assertThat(response.headers().map()).doesNotContainKey("webhook-allowed-origin");
  }

  @Test
  void refusesToChangeRuns() {
    HttpResponse<String> response = poster.send("DELETE", "/runs/1", "");

    assertProblem(response, 405, "method-not-allowed", "/runs/1");
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void doesNotKnowARunThatNeverWas() {
    HttpResponse<String> response = poster.get("/runs/00000000000000000000000000000000");

    assertProblem(response, 404, "no-such-run", "/runs/00000000000000000000000000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "/elsewhere",
    "/read/elsewhere",
    "/runs/1/2",
    "/runs/1/events/2",
    "/..%2Fetc",
    "/a;b"
  })
  void doesNotKnowOtherPaths(String path) {
    HttpResponse<String> response = poster.send("POST", path, "{}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JsonPath.from(response.body()).getString("code")).isEqualTo("no-such-path");
  }

  private static void assertProblem(
      HttpResponse<String> response, int status, String code, String instance) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonPath problem = JsonPath.from(response.body());
    assertThat(problem.getString("type")).isEqualTo("urn:runnel:problem:" + code);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getString("instance")).isEqualTo(instance);
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
  }

  private static String[] with(String[] headers, String name, String value) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = name;
    all[headers.length + 1] = value;
    return all;
  }
}
