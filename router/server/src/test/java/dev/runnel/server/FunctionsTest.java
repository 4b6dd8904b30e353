package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are put, shown and deleted while the router runs. */
@QuarkusTest
class FunctionsTest extends PutFunctions {

  @Test
  void runsAFunctionFromTheMomentItIsPut() {
    HttpResponse<String> created = put("hello", manifest("hello", wants("hello.wanted")));

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).contains("/functions/hello");
    assertThat(json(created).getInt("version")).isEqualTo(shown("hello").getInt("version"));
    assertThat(json(created).getString("state")).isEqualTo("active");
    functions.answers("hello", "\"world\"");
    JsonPath result = poster.postAndWait(Poster.event("hello.wanted", "{}"));
    assertThat(result.getString("results.hello")).isEqualTo("world");
  }

  @Test
  void saysWhatIsHardlyMeantInWhatIsPutAndKeepsNothingOfIt() {
    String dead = "triggers: [ { filters: [ { exact: { type: a } }, { prefix: { type: b } } ] } ]";
    HttpResponse<String> one = put("hello", manifest("hello", dead));
    HttpResponse<String> several = putAll(manifest("hello", wants("a")), manifest("idle", ""));
    HttpResponse<String> named =
        putAll(manifest("hello", wants("a") + ", dependencies: [idle]"), manifest("idle", ""));

    assertThat(one.statusCode()).as(one.body()).isEqualTo(201);
    assertThat(json(one).getList("warnings")).hasSize(1);
    assertThat(json(one).getMap("warnings[0]"))
        .containsEntry("pointer", "/triggers/0")
        .containsEntry("line", 1)
        .containsKeys("column", "expected")
        .hasEntrySatisfying(
            "message",
            why -> assertThat(why).asString().contains("never accepts an event: type cannot be"))
        .doesNotContainKey("file");
    assertThat(json(several).<String>getList("warnings.pointer")).containsExactly("/name");
    assertThat(json(several).getInt("warnings[0].line")).isEqualTo(3);
    assertThat(named.body()).doesNotContain("warnings");
    assertThat(poster.get("/functions/hello").body()).doesNotContain("warnings");
  }

  @Test
  void keepsTheVersionOfWhatDoesNotChange() {
    HttpResponse<String> first = put("hello", manifest("hello", "timeout: 60s"));
    HttpResponse<String> same = put("hello", manifest("hello", "timeout: 1m, priority: 5"));
    HttpResponse<String> other = put("hello", manifest("hello", "timeout: 2m"));

    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(tag(same)).isEqualTo(tag(first));
    assertThat(json(same).getInt("version")).isEqualTo(json(first).getInt("version"));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(json(other).getInt("version")).isEqualTo(json(first).getInt("version") + 1);
    assertThat(tag(other)).isNotEqualTo(tag(first));
    assertThat(tag(poster.get("/functions/hello"))).isEqualTo(tag(other));
  }

  @Test
  void countsVersionsOnWhenANameComesAgain() {
    int first = json(put("hello", manifest("hello", ""))).getInt("version");
    delete("hello");

    assertThat(json(put("hello", manifest("hello", ""))).getInt("version")).isGreaterThan(first);
  }

  @Test
  void showsTheManifestWithAllDefaults() {
    put("hello", manifest("hello", "environment: { TOKEN: { secret: hello/token } }"));

    JsonPath shown = shown("hello");

    assertThat(shown.getString("name")).isEqualTo("hello");
    assertThat(shown.getString("origin")).isEqualTo("put");
    assertThat(shown.getString("manifest.timeout")).isEqualTo("PT30S");
    assertThat(shown.getInt("manifest.retry.attempts")).isEqualTo(3);
    assertThat(shown.getMap("manifest.environment.TOKEN"))
        .isEqualTo(Map.of("secret", "hello/token"));
  }

  @Test
  void takesBackWhatItShows() {
    String full =
        "fallback: [ { value: { a: [1.50, \"x: y\", null, \"中\\u0085\"] } } ], memory: 1Gi";
    HttpResponse<String> created = put("hello", manifest("hello", full));
    HttpResponse<String> yaml = poster.send("GET", "/functions/hello", "", "Accept", "text/yaml");

    assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(yaml.body()).contains("\nruntime: ").doesNotContain("version");
    HttpResponse<String> again =
        put("hello", yaml.body(), "Content-Type", "application/yaml", "If-Match", tag(yaml));
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(tag(again)).isEqualTo(tag(created));
  }

  @Test
  void listsWhatIsLoaded() {
    putAll(manifest("one", ""), manifest("two", ""));

    JsonPath all = json(poster.get("/functions"));

    assertThat(all.<String>getList("functions.name")).contains("one", "plain", "two").isSorted();
    assertThat(all.getString("functions.find { it.name == 'plain' }.origin"))
        .isEqualTo("capability");
    assertThat(all.getString("functions.find { it.name == 'plain' }.file"))
        .endsWith("META-INF/runnel/function.yaml");
    assertThat(all.getInt("functions.find { it.name == 'plain' }.version")).isEqualTo(1);
    assertThat(all.getString("functions.find { it.name == 'one' }.runtime")).isEqualTo("http");
    assertThat(all.getString("next")).isNull();
  }

  @Test
  void listsPageByPage() {
    JsonPath all = json(poster.get("/functions"));
    JsonPath first = json(poster.get("/functions?limit=5&state=active"));
    JsonPath second = json(poster.get(first.getString("next")));

    List<String> names = all.getList("functions.name");
    assertThat(first.<String>getList("functions.name")).isEqualTo(names.subList(0, 5));
    assertThat(second.<String>getList("functions.name")).isEqualTo(names.subList(5, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=1001, limit",
    "limit=x, limit",
    "limit=-1, limit",
    "limit=, limit",
    "limit=1&limit=2, limit",
    "state=none, state",
    "state=active&state=held, state",
    "after=, after",
    "after=%00, after",
    "sort=name, sort"
  })
  void refusesAListThatCannotBe(String query, String path) {
    assertMalformedQuery(poster.get("/functions?" + query), path);
  }

  @ParameterizedTest
  @CsvSource({"hold=perhaps, hold", "hold=, hold", "hold=true&hold=true, hold", "held=true, held"})
  void refusesToPutInAWayThatThereIsNot(String query, String path) {
    assertMalformedQuery(put("hello?" + query, manifest("hello", "")), path);
    assertMalformedQuery(poster.send("PUT", "/functions?" + query, manifest("hello", "")), path);
    assertThat(put()).isEmpty();
  }

  private static void assertMalformedQuery(HttpResponse<String> refused, String path) {
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("code")).isEqualTo("malformed-query");
    assertThat(json(refused).getString("path")).isEqualTo(path);
  }

  @Test
  void putsSeveralOrNone() {
    put("two", manifest("two", ""));

    HttpResponse<String> both =
        putAll(manifest("two", "priority: 1"), manifest("one", "dependencies: [two]"));
    HttpResponse<String> none =
        putAll(manifest("three", ""), manifest("one", "dependencies: [four]"));
    HttpResponse<String> list =
        poster.send("PUT", "/functions", "[" + manifest("two", "priority: 1") + "]");

    assertThat(both.statusCode()).as(both.body()).isEqualTo(201);
    assertThat(json(both).<String>getList("functions.name")).containsExactly("two", "one");
    assertThat(onlyError(none)).startsWith("3 /dependencies/0 there is no function \"four\"");
    assertThat(put()).containsExactly("one", "two");
    assertThat(shown("one").getString("manifest.dependencies[0]")).isEqualTo("two");
    assertThat(list.statusCode()).isEqualTo(200);
  }

  @Test
  void deletesAFunctionAndWhatIsGoingOnGoesOn() {
    put("hello", manifest("hello", wants("hello.wanted")));
    Hold hold = Hold.one();
    functions.script("hello", hold);
    CompletableFuture<HttpResponse<String>> going =
        poster.postAsync(Poster.event("hello.wanted", "{}"), "Prefer", "wait=15");
    hold.awaitCalls();

    HttpResponse<String> deleted = delete("hello");
    hold.release("\"still there\"");

    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    assertThat(json(going.join()).getString("results.hello")).isEqualTo("still there");
    assertThat(poster.get("/functions/hello").statusCode()).isEqualTo(404);
    assertThat(poster.post(Poster.event("hello.wanted", "{}")).headers().map())
        .doesNotContainKey("location");
  }

  @Test
  void doesNotKnowAFunctionThatIsNotThere() {
    HttpResponse<String> unknown = poster.get("/functions/summarry");
    HttpResponse<String> deleted = delete("summarry");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).getString("code")).isEqualTo("no-such-function");
    assertThat(json(unknown).getString("detail")).contains("did you mean \"summary\"?");
    assertThat(deleted.statusCode()).isEqualTo(404);
    assertThat(json(deleted).getString("detail")).contains("did you mean \"summary\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dependencies: [base]", "fallback: [base]", "compensate: base"})
  void keepsWhatOthersNeed(String need) {
    putAll(manifest("base", ""), manifest("above", need));

    HttpResponse<String> refused = delete("base");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("code")).isEqualTo("function-needed");
    assertThat(json(refused).getString("detail")).contains("above");
    assertThat(shown("base").getString("state")).isEqualTo("active");
    assertThat(delete("above").statusCode()).isEqualTo(204);
    assertThat(delete("base").statusCode()).isEqualTo(204);
  }

  @Test
  void leavesTheFunctionsOfCapabilitiesAlone() {
    HttpResponse<String> put = put("plain", manifest("plain", ""));
    HttpResponse<String> deleted = delete("plain");

    for (HttpResponse<String> refused : List.of(put, deleted)) {
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(json(refused).getString("code")).isEqualTo("function-shipped");
      assertThat(json(refused).getString("detail")).contains("META-INF/runnel/function.yaml");
    }
  }

  @Test
  void changesOnlyTheVersionThatIsMeant() {
    String first = tag(put("hello", manifest("hello", ""), "If-None-Match", "*"));
    String second = tag(put("hello", manifest("hello", "priority: 1"), "If-Match", first));

    List<HttpResponse<String>> refused =
        List.of(
            put("hello", manifest("hello", "priority: 2"), "If-Match", first),
            put("hello", manifest("hello", "priority: 2"), "If-None-Match", "*"),
            put("hello", manifest("hello", "priority: 2"), "If-None-Match", "\"x\", " + second),
            put("absent", manifest("absent", ""), "If-Match", "*"),
            delete("hello", "If-Match", first),
            delete("absent", "If-Match", "*"),
            poster.send("PUT", "/functions", manifest("hello", ""), "If-Match", "\"0\""));

    assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(412);
    assertThat(json(refused.getFirst()).getString("code")).isEqualTo("changed-meanwhile");
    assertThat(shown("hello").getInt("manifest.priority")).isEqualTo(1);
    String all = tag(poster.get("/functions"));
    assertThat(poster.send("PUT", "/functions", manifest("more", ""), "If-Match", all).statusCode())
        .isEqualTo(201);
    assertThat(delete("hello", "If-Match", "\"x\", " + second).statusCode()).isEqualTo(204);
  }

  @Test
  void letsOneOfManyChangeAVersion() {
    String first = tag(put("hello", manifest("hello", "")));

    List<Integer> statuses =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            put(
                                    "hello",
                                    manifest("hello", "memory: " + (i + 1) + "Gi"),
                                    "If-Match",
                                    first)
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void losesNoneOfManyThatArePutAtOnce() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> put("many-" + i, manifest("many-" + i, "")).statusCode()))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join)).containsOnly(201);
    assertThat(put()).hasSize(40);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "application/json",
        "application/yaml",
        "text/yaml",
        "application/x-yaml",
        "Application/JSON; charset=UTF-8",
        "none"
      })
  void takesJsonAndYaml(String type) {
    String[] headers = type == null ? new String[0] : new String[] {"Content-Type", type};
    String json =
        "{\n\t\"name\": \"hello\",\n\t\"runtime\": \"http\",\n\t\"handler\": \"http:\\/\\/127.0.0.1:1\"\n}";

    HttpResponse<String> created = put("hello", json, headers);

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=a",
        "nonsense"
      })
  void refusesOtherFormats(String type) {
    HttpResponse<String> refused = put("hello", manifest("hello", ""), "Content-Type", type);

    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(json(refused).getString("code")).isEqualTo("unsupported-format");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String large = manifest("hello", "description: " + "x".repeat(1 << 20));

    assertThat(put("hello", large).statusCode()).isEqualTo(413);
    assertThat(putAll(large).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/functions       | POST   | GET, HEAD, PUT, OPTIONS",
        "/functions       | DELETE | GET, HEAD, PUT, OPTIONS",
        "/functions/plain | POST   | GET, HEAD, PUT, DELETE, OPTIONS",
        "/functions/plain | PATCH  | GET, HEAD, PUT, DELETE, OPTIONS"
      })
  void saysWhichMethodsThereAre(String path, String method, String allowed) {
    HttpResponse<String> refused = poster.send(method, path, "{}");
    HttpResponse<String> options = poster.send("OPTIONS", path, "");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains(allowed);
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(options.headers().firstValue("Allow")).contains(allowed);
    assertThat(poster.send("HEAD", path, "").statusCode()).isEqualTo(200);
    assertThat(poster.send("HEAD", path, "").body()).isEmpty();
  }

  @Test
  void survivesAnAcceptThatNobodyUnderstands() {
    for (String accept : List.of("*/*", "text/html;q=x", ";;,,", "application/json;q=0", "")) {
      assertThat(poster.send("GET", "/functions/plain", "", "Accept", accept).statusCode())
          .isEqualTo(200);
    }
  }
}
