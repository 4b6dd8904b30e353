package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.NaughtyStrings;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Strings that have troubled programs, over the wire, wherever a caller gives one: each is kept as
 * it is and found again, or refused as the caller's mistake.
 */
abstract class NaughtyStringsContract {

  private static final List<String> STRINGS = NaughtyStrings.all();

  /** Of a request's target, beyond which it is refused as too long. */
  private static final int LONGEST_TARGET = 4_000;

  private static final String NAME = "[a-z][a-z0-9-]{0,62}";

  private static final String WISHES_ALL =
      """
      { name: naughty, runtime: http, handler: "http://localhost:9/nobody", retry: { attempts: 1 },
        fallback: [ { value: 1 } ], triggers: [ { filters: [ { exact: { naughty: "yes" } } ] } ] }
      """;

  private Poster poster = new Poster(URI.create("/"));

  /** Where the router answers. */
  protected abstract URI root();

  @BeforeEach
  void wishForAll() {
    poster = new Poster(root());
    HttpResponse<String> put = poster.send("PUT", "/functions/naughty", WISHES_ALL);
    assertThat(put.statusCode()).as(put.body()).isIn(200, 201);
  }

  @AfterEach
  void forgetTheWish() {
    poster.send("DELETE", "/functions/naughty", "");
  }

  @Test
  void keepsAndFindsAttributesOfStructuredEvents() {
    int kept = 0;
    for (String attribute : List.of("type", "source", "subject")) {
      for (String text : STRINGS) {
        HttpResponse<String> answer =
            poster.postStructured(structured(event(attribute, text)), "Prefer", "wait=15");
        kept += keptOrRefused(attribute, text, answer) ? 1 : 0;
      }
    }
    assertThat(kept).as("strings that were kept").isGreaterThan(STRINGS.size());
  }

  @Test
  void keepsAndFindsAttributesOfBinaryEvents() {
    int kept = 0;
    for (String attribute : List.of("type", "source", "subject")) {
      for (String text : STRINGS) {
        HttpResponse<String> answer =
            poster.send("POST", "/", "{}", headers(event(attribute, text)));
        kept += keptOrRefused(attribute, text, answer) ? 1 : 0;
      }
    }
    assertThat(kept).as("strings that were kept").isGreaterThan(STRINGS.size());
  }

  @Test
  void answersEveryParameterOfLists() {
    Map<String, List<String>> parameters =
        Map.of(
            "/runs",
            List.of(
                "state",
                "type",
                "source",
                "subject",
                "id",
                "function",
                "parent",
                "root",
                "since",
                "until",
                "limit",
                "after"),
            "/functions",
            List.of("state", "limit", "after"));
    parameters.forEach(
        (path, names) ->
            names.forEach(
                name ->
                    STRINGS.forEach(
                        text -> {
                          HttpResponse<String> answer =
                              poster.get(path + "?" + name + "=" + encoded(text));
                          assertThat(answer.statusCode())
                              .as("%s=%s: %s", name, shown(text), answer.body())
                              .isIn(200, 400, 414, 431);
                        })));
  }

  @Test
  void refusesParametersOfOtherNames() {
    for (String text : STRINGS) {
      HttpResponse<String> answer = poster.get("/runs?" + encoded(text) + "=x");

      assertThat(answer.statusCode()).as(shown(text)).isIn(400, 414, 431);
    }
  }

  @Test
  void takesNoOtherNamesOfFunctionsThanThoseThatTheContractAllows() {
    for (String text : STRINGS) {
      String manifest =
          "{\"name\": %s, \"runtime\": \"http\", \"handler\": \"http://localhost:9/f\"}"
              .formatted(quoted(text));
      for (String path : List.of("/functions", "/functions/" + encoded(text))) {
        HttpResponse<String> answer =
            poster.send("PUT", path, manifest, "Content-Type", "application/json");
        if (text.matches(NAME)) {
          assertThat(answer.statusCode()).as(shown(text)).isIn(200, 201);
        } else {
          assertThat(answer.statusCode())
              .as("%s: %s", shown(text), answer.body())
              .isBetween(400, 499);
        }
      }
      HttpResponse<String> read = poster.get("/functions/" + encoded(text));
      if (text.matches(NAME)) {
        assertThat(JsonPath.from(read.body()).getString("name")).isEqualTo(text);
        assertThat(poster.send("DELETE", "/functions/" + text, "").statusCode()).isEqualTo(204);
      } else {
        assertThat(read.statusCode()).as(shown(text)).isLessThan(500);
      }
    }
  }

  /** Whether it was kept; then it is found by it, and shown as it is. */
  private boolean keptOrRefused(String attribute, String text, HttpResponse<String> answer) {
    String what = attribute + " " + shown(text) + ": " + answer.body();
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(what).isIn(400, 413, 431);
      return false;
    }
    String run = JsonPath.from(answer.body()).getString("run");
    String document = poster.get("/runs/" + run).body();
    assertThat(JsonPath.from(document).getString("event." + attribute)).as(what).isEqualTo(text);
    String target = "/runs?limit=1&" + attribute + "=" + encoded(text);
    if (target.length() <= LONGEST_TARGET) {
      HttpResponse<String> list = poster.get(target);
      assertThat(list.statusCode()).as(what + list.body()).isEqualTo(200);
      assertThat(JsonPath.from(list.body()).getList("runs.id")).as(what).containsExactly(run);
    }
    return true;
  }

  /** The attributes of an event that no test has sent before, one of them naughty. */
  private static Map<String, String> event(String attribute, String text) {
    var event = new LinkedHashMap<String, String>();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID().toString());
    event.put("type", "naughty.wanted");
    event.put("source", "/naughty");
    event.put("naughty", "yes");
    event.put(attribute, text);
    return event;
  }

  private static String structured(Map<String, String> event) {
    return event.entrySet().stream()
        .map(each -> quoted(each.getKey()) + ":" + quoted(each.getValue()))
        .collect(joining(",", "{", "}"));
  }

  private static String[] headers(Map<String, String> event) {
    Stream<String> attributes =
        event.entrySet().stream()
            .flatMap(each -> Stream.of("ce-" + each.getKey(), encoded(each.getValue())));
    return Stream.concat(attributes, Stream.of("Prefer", "wait=15")).toArray(String[]::new);
  }

  /** As JSON, in ASCII, also what is no Unicode text. */
  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> isPlain(c) ? Character.toString(c) : "\\u%04x".formatted(c))
        .collect(joining("", "\"", "\""));
  }

  /** Percent-encoded, half a surrogate pair as if UTF-8 could say it. */
  private static String encoded(String text) {
    return text.codePoints().mapToObj(NaughtyStringsContract::encoded).collect(joining());
  }

  private static String encoded(int c) {
    if (isPlain(c)) {
      return Character.toString(c);
    }
    byte[] bytes =
        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
            ? new byte[] {
              (byte) 0xed, (byte) (0x80 | ((c >> 6) & 0x3f)), (byte) (0x80 | (c & 0x3f))
            }
            : Character.toString(c).getBytes(UTF_8);
    return HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes);
  }

  private static boolean isPlain(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static String shown(String text) {
    String quoted = quoted(text);
    return quoted.length() > 100 ? quoted.substring(0, 100) : quoted;
  }
}
