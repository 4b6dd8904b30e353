package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of runs: what fits, in which order, page by page. */
@QuarkusTest
class RunListTest extends RouterTest {

  private static final int MAX_PAGES = 100;

  /** What only this test's events have. */
  private final String source = "/list/" + UUID.randomUUID();

  @Test
  void listsTheNewestFirst() {
    List<String> runs = IntStream.range(0, 3).mapToObj(_ -> over("plain.wanted")).toList();

    JsonPath list = list("");

    assertThat(list.getList("runs.id")).isEqualTo(runs.reversed());
    assertThat(list.getList("runs.state", String.class)).containsOnly("succeeded");
    assertThat(list.getList("runs[0].goals")).isEqualTo(List.of("plain"));
    assertThat(list.getString("runs[0].event.type")).isEqualTo("plain.wanted");
    assertThat(list.getString("runs[0].root")).isEqualTo(runs.getLast());
    assertThat(list.getString("next")).isNull();
  }

  @Test
  void findsWhatFitsEverythingThatIsAskedFor() {
    String plain = over("plain.wanted");
    functions.fails("fragile", 500, "broken");
    String fragile = over("fragile.wanted");
    functions.fails("stubborn", 422, "never");
    String stubborn = over("stubborn.wanted");

    assertThat(ids("&type=plain.wanted")).containsExactly(plain);
    assertThat(ids("&function=fragile")).containsExactly(fragile);
    assertThat(ids("&state=failed")).containsExactly(stubborn);
    assertThat(ids("&root=" + plain)).containsExactly(plain);
    assertThat(ids("&parent=" + plain)).isEmpty();
    assertThat(ids("&state=succeeded&function=plain")).containsExactly(plain);
    assertThat(ids("&state=failed&function=plain")).isEmpty();
    String began = poster.run(fragile).getString("began");
    assertThat(ids("&since=" + began)).containsExactly(stubborn, fragile);
    assertThat(ids("&until=" + began)).containsExactly(plain);
  }

  @Test
  void findsTheRunOfAnEventBySubjectAndId() {
    Event event = event("plain.wanted").with(Map.of("subject", "a b&c=d+é%"));
    String run = poster.postAndWait(event).getString("run");
    over("plain.wanted");

    assertThat(ids("&id=" + event.id())).containsExactly(run);
    assertThat(ids("&subject=" + URLEncoder.encode("a b&c=d+é%", UTF_8))).containsExactly(run);
  }

  @Test
  void leadsFromPageToPageWhileRunsBeginAndEnd() {
    var known = new ArrayList<String>();
    IntStream.range(0, 7).forEach(_ -> known.add(over("plain.wanted")));
    Hold hold = Hold.one();
    functions.script("plain", hold);
    known.add(begun());
    hold.awaitCalls();
    var seen = new ArrayList<String>();
    String next = "/runs?limit=3&source=" + URLEncoder.encode(source, UTF_8);

    for (int i = 0; next != null && i < MAX_PAGES; i++) {
      HttpResponse<String> page = poster.get(next);
      JsonPath list = JsonPath.from(page.body());
      seen.addAll(list.getList("runs.id", String.class));
      next = list.getString("next");
      assertThat(page.headers().firstValue("Link").orElse(null))
          .isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
      functions.answers("language", "1");
      over("summary.wanted");
      hold.release("1");
    }

    assertThat(seen).isEqualTo(known.reversed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                        | limit
          limit=1001                     | limit
          limit=-1                       | limit
          limit=١                        | limit
          state=done                     | state
          state=RUNNING                  | state
          since=yesterday                | since
          since=2026-02-30T00:00:00Z     | since
          until=2026-02-28T09:30Z        | until
          since=2026-02-28T09:30:00+01:00 | since
          after=1                        | after
          after=%2e%2e%2f                | after
          after=MjAyNi0wMi0yOFQwOTozMDowMFo | after
          type=                          | type
          type                           | type
          type=a&type=a                  | type
          sort=began                     | sort
          type=a%00b                     | type
          source=a%0ab                   | source
          subject=%c2%85                 | subject
          subject=%ff                    | subject
          """)
  void refusesWhatItCannotRead(String query, String path) {
    HttpResponse<String> refused =
        poster.get(
            "/runs?"
                + URLEncoder.encode(query, UTF_8)
                    .replace("%3D", "=")
                    .replace("%25", "%")
                    .replace("%26", "&")
                    .replace("%2B", "+"));

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonPath problem = JsonPath.from(refused.body());
    assertThat(problem.getString("code")).isEqualTo("malformed-query");
    assertThat(problem.getString("path")).isEqualTo(path);
    assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception");
  }

  /** Quarkus does so before any route is asked, and without a problem document. */
  @ParameterizedTest
  @ValueSource(strings = {"/runs?type=%zz", "/runs?type=%", "/runs/%zz", "/runs/%/events"})
  void refusesWhatIsNoUri(String uri) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send("GET " + uri + " HTTP/1.1\r\nHost: router\r\nConnection: close\r\n\r\n");

      assertThat(caller.readToTheEnd()).startsWith("HTTP/1.1 400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE runs; --",
        "$1",
        "%' OR '1'='1",
        "../../etc/passwd",
        "\\u0000",
        "${jndi:ldap://x}",
        "<script>alert(1)</script>",
        "\u202Etxt.exe",
        "👩‍👩‍👧‍👦",
        "undefined",
        "\"><&"
      })
  void takesHostileTextForText(String hostile) {
    Event event = event("plain.wanted").with(Map.of("subject", hostile));
    String run = poster.postAndWait(event).getString("run");
    over("plain.wanted");

    assertThat(ids("&subject=" + URLEncoder.encode(hostile, UTF_8))).containsExactly(run);
    for (String name : List.of("type", "function", "parent", "root", "id")) {
      assertThat(ids("&" + name + "=" + URLEncoder.encode(hostile, UTF_8))).isEmpty();
    }
    assertThat(list("").getList("runs.event.subject")).contains(hostile);
  }

  @Test
  void answersJsonWhateverIsAcceptable() {
    String run = over("plain.wanted");

    for (String accepted : List.of("text/html", "*/*", "application/json")) {
      for (String path : List.of("/runs", "/runs/" + run)) {
        HttpResponse<String> response = poster.send("GET", path, "", "Accept", accepted);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      }
    }
  }

  private Event event(String type) {
    return Poster.event(type, "{}").with(Map.of("source", source));
  }

  private String over(String type) {
    return poster.postAndWait(event(type)).getString("run");
  }

  private String begun() {
    String location = Poster.location(poster.post(event("plain.wanted")));
    return location.substring("/runs/".length());
  }

  private JsonPath list(String query) {
    HttpResponse<String> response =
        poster.get("/runs?source=" + URLEncoder.encode(source, UTF_8) + query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonPath.from(response.body());
  }

  private List<String> ids(String query) {
    return list(query).getList("runs.id");
  }
}
