package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in manifests that are put: refused as a whole, each error with its place. */
@QuarkusTest
class ManifestChecksTest extends PutFunctions {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          memori: 1Gi                                  | /memori | unknown key "memori", did you mean "memory"?
          timeout: soon                                | /timeout | "soon"
          dependencies: [summarry]                     | /dependencies/0 | there is no function "summarry", did you mean "summary"?
          dependencies: [a]                            | /dependencies/0 | the function needs itself: a -> a
          fallback: [a]                                | /fallback/0 | the function falls back to itself: a -> a
          fallback: [summary]                          | /fallback/0 | "summary" depends on "language", and "a" does not
          compensate: nobody                           | /compensate | there is no function "nobody"
          produces: [x], triggers: [ { filters: [ { exact: { type: x } } ] } ] | /triggers/0/filters/0/exact/type | produces this type itself
          triggers: [ { filters: [ { exac: { type: x } } ] } ]                 | /triggers/0/filters/0/exac | did you mean "exact"?
          triggers: [ { filters: [ { exact: { type: "" } } ] } ]               | /triggers/0/filters/0/exact/type | an empty text
          triggers: [ { filters: [ { any: [] } ] } ]                           | /triggers/0/filters/0/any | an empty list
          triggers: [ { filters: [ { pattern: 5 } ] } ]                        | /triggers/0/filters/0/pattern | the number 5
          handler: "file:///etc/passwd"                | /handler | stands twice
          """)
  void saysWhatIsWrongAndWhere(String more, String pointer, String message) {
    HttpResponse<String> refused = put("a", manifest("a", more));

    JsonPath first = json(refused);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(first.getString("code")).isEqualTo("malformed-manifest");
    assertThat(first.getString("instance")).isEqualTo("/functions/a");
    assertThat(first.getString("errors[0].pointer")).isEqualTo(pointer);
    assertThat(first.getString("path")).isEqualTo(pointer);
    assertThat(first.getString("errors[0].message")).contains(message);
    assertThat(first.getString("detail")).contains(message, "Nothing was changed");
    assertThat(poster.get("/functions/a").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jvm    | shop.Order#price | comes with a capability
          native | shop.Order#price | comes with a capability
          wasm   | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | nothing here runs WebAssembly yet
          """)
  void refusesRuntimesWhoseCodeARequestCannotBring(String runtime, String handler, String why) {
    String manifest = "{ name: a, runtime: " + runtime + ", handler: \"" + handler + "\" }";

    assertThat(onlyError(put("a", manifest))).startsWith("1 /runtime ").contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/x", "..%2f", "C:\\\\", "a/../../b", "A", "-a", "a_b", "1", "a\\u0000"})
  void refusesNamesThatAreNone(String name) {
    HttpResponse<String> refused =
        putAll("{ name: \"" + name + "\", runtime: http, handler: \"http://127.0.0.1:1/\" }");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("code")).isEqualTo("malformed-manifest");
    assertThat(put()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2F..%2Fetc", "b", "%2e%2e%2fa", "C:%5C", "a%00", "A", "%ff"})
  void refusesAPathThatNamesAnother(String name) {
    assertThat(put(name, manifest("a", "")).statusCode()).isEqualTo(400);
    assertThat(poster.get("/functions/" + name).statusCode()).isIn(400, 404);
    assertThat(put()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "/etc/passwd", "http://u:p@host/", "ftp://host/"})
  void neverNamesAFile(String url) {
    String manifest = "{ name: a, runtime: http, handler: \"" + url + "\" }";

    assertThat(onlyError(put("a", manifest))).startsWith("1 /handler").doesNotContain("u:p");
  }

  @Test
  void asksThePlacementsToo() {
    String manifest = "{ name: a, runtime: http, handler: \"" + ScriptedUrls.FORBIDDEN + "\" }";

    assertThat(onlyError(put("a", manifest)))
        .isEqualTo("1 /handler an address that may not be called");
  }

  @Test
  void takesOneManifestWhereThePathNamesOne() {
    HttpResponse<String> refused = put("a", manifest("a", "") + "\n---\n" + manifest("b", ""));

    assertThat(onlyError(refused)).isEqualTo("3  a second manifest");
  }

  @Test
  void refusesANameThatIsGivenTwice() {
    assertThat(onlyError(putAll(manifest("a", ""), manifest("a", "priority: 1"))))
        .isEqualTo("3 /name the name \"a\" is taken by the body:1:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "[]", "null", "hello", "{", "[[]]", "\u0001"})
  void refusesABodyWithoutManifests(String body) {
    assertThat(putAll(body).statusCode()).isEqualTo(400);
    assertThat(put("a", body).statusCode()).isEqualTo(400);
  }

  @Test
  void listsEveryErrorOfAllManifests() {
    HttpResponse<String> refused =
        putAll(
            manifest("a", "memori: 1Gi, priority: 10"),
            manifest("b", "dependencies: [nowhere]"),
            "{ name: c, runtime: jvm, handler: s.O#p }");

    JsonPath problem = json(refused);
    assertThat(problem.<String>getList("errors.pointer"))
        .containsExactlyInAnyOrder("/memori", "/priority", "/dependencies/0", "/runtime");
    assertThat(problem.<Integer>getList("errors.line")).containsExactlyInAnyOrder(1, 1, 3, 5);
    assertThat(problem.getString("detail")).contains("errors lists 4 of 4");
  }

  @Test
  void listsAHundredErrorsAndCountsTheOthers() {
    String many = IntStream.range(0, 150).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));

    JsonPath problem = json(put("a", manifest("a", "dependencies: [" + many + "]")));

    assertThat(problem.getList("errors")).hasSize(100);
    assertThat(problem.getString("detail")).contains("errors lists 100 of 150");
  }

  @Test
  void namesACircleInFull() {
    HttpResponse<String> refused =
        putAll(
            manifest("a", "dependencies: [b]"),
            manifest("b", "dependencies: [c]"),
            manifest("c", "dependencies: [a]"));

    assertThat(onlyError(refused))
        .isEqualTo("1 /dependencies/0 the function needs itself: a -> b -> c -> a");
    assertThat(put()).isEmpty();
  }

  @Test
  void namesALoopOfFallbacksInFull() {
    put("b", manifest("b", ""));
    put("a", manifest("a", "fallback: [b]"));

    assertThat(onlyError(put("b", manifest("b", "fallback: [a]"))))
        .contains("the function falls back to itself: a -> b -> a");
    assertThat(shown("b").getList("manifest.fallback")).isEmpty();
  }

  @Test
  void saysWhenAChangeDoesNotFitWhatIsLoaded() {
    putAll(manifest("spare", ""), manifest("base", ""), manifest("a", "fallback: [spare]"));

    JsonPath problem = json(put("spare", manifest("spare", "dependencies: [base]")));

    assertThat(problem.getString("errors[0].file")).isEqualTo("/functions/a");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo("/fallback/0");
    assertThat(problem.getString("detail")).startsWith("/functions/a /fallback/0");
  }

  @Test
  void refusesMoreStepsThanARunMayHave() {
    List<String> leaves = IntStream.range(0, 256).mapToObj(i -> "n" + i).toList();
    String[] manifests = leaves.stream().map(name -> manifest(name, "")).toArray(String[]::new);
    assertThat(putAll(manifests).statusCode()).isEqualTo(201);

    String fits = "dependencies: [" + String.join(", ", leaves.subList(0, 255)) + "]";
    String tooMany = "dependencies: [" + String.join(", ", leaves) + "]";

    assertThat(onlyError(put("top", manifest("top", tooMany)))).contains("more than 256 steps");
    assertThat(put("top", manifest("top", fits)).statusCode()).isEqualTo(201);
    delete("top");
  }

  @Test
  void refusesALineThatIsTooDeep() {
    String[] line =
        IntStream.range(0, 33)
            .mapToObj(i -> manifest("n" + i, i == 0 ? "" : "dependencies: [n" + (i - 1) + "]"))
            .toArray(String[]::new);

    assertThat(onlyError(putAll(line))).contains("33 functions");
    assertThat(put()).isEmpty();
  }

  @Test
  void neverShowsWhatMayBeSecret() {
    HttpResponse<String> refused =
        put("a", manifest("a", "environment: { A: [hunter2], B: { secrets: hunter2 } }"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).doesNotContain("hunter2", "Exception", "\\tat ");
  }
}
