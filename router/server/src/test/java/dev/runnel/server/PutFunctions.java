package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.ScriptedManifests.Fault;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What every test has that puts functions: short ways to do it, and it leaves none behind. */
abstract class PutFunctions extends RouterTest {

  private static final int MAX_ROUNDS = 50;

  @Inject ScriptedManifests manifests;

  @AfterEach
  void removeWhatWasPut() {
    manifests.breaks(Fault.NONE);
    for (int round = 0; !put().isEmpty(); round++) {
      assertThat(round).as("rounds of deleting").isLessThan(MAX_ROUNDS);
      put().forEach(this::delete);
    }
  }

  /** A manifest in flow style, so that more can be added. */
  static String manifest(String name, String more) {
    return "{ name: %s, runtime: http, handler: \"%s%s\"%s }"
        .formatted(name, ScriptedUrls.ADDRESS, name, more.isEmpty() ? "" : ", " + more);
  }

  /** What makes it want events of this type. */
  static String wants(String type) {
    return "triggers: [ { filters: [ { exact: { type: " + type + " } } ] } ]";
  }

  HttpResponse<String> put(String name, String manifest, String... headers) {
    return poster.send("PUT", "/functions/" + name, manifest, headers);
  }

  HttpResponse<String> putAll(String... manifests) {
    return poster.send("PUT", "/functions", String.join("\n---\n", manifests));
  }

  HttpResponse<String> delete(String name, String... headers) {
    return poster.send("DELETE", "/functions/" + name, "", headers);
  }

  /** The function as {@code GET} shows it. */
  JsonPath shown(String name) {
    return json(poster.get("/functions/" + name));
  }

  List<String> put() {
    return json(poster.get("/functions")).getList("functions.findAll { it.origin == 'put' }.name");
  }

  static JsonPath json(HttpResponse<String> response) {
    return JsonPath.from(response.body());
  }

  static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  /** The one error of a refusal, as {@code line pointer message}. */
  static String onlyError(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    JsonPath problem = json(response);
    assertThat(problem.getString("code")).isEqualTo("malformed-manifest");
    assertThat(problem.getList("errors")).as(response.body()).hasSize(1);
    assertThat(problem.getString("errors[0].expected")).isNotEmpty();
    assertThat(problem.getInt("errors[0].column")).isPositive();
    return "%d %s %s"
        .formatted(
            problem.getInt("errors[0].line"),
            problem.getString("errors[0].pointer"),
            problem.getString("errors[0].message"));
  }
}
