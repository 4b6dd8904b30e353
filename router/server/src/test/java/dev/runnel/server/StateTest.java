package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Standing;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions keep by key, over the wire. */
@QuarkusTest
class StateTest extends KeptState {

  @Test
  void keepsWhatWasPutAsItWas() {
    HttpResponse<String> created =
        own("PUT", "/state/plain/a", "{\"x\":1}", "Content-Type", "application/x+json; q=1");
    HttpResponse<String> read = own("GET", "/state/plain/a", "");
    HttpResponse<String> replaced = own("PUT", "/state/plain/a", "");
    HttpResponse<String> again = own("GET", "/state/plain/a?consistent=true", "");

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo("{\"x\":1}");
    assertThat(read.headers().firstValue("Content-Type")).contains("application/x+json; q=1");
    assertThat(tag(read)).isEqualTo(tag(created)).matches("\"[0-9]+\"");
    assertThat(read.headers().firstValue("Sunset")).isEmpty();
    assertThat(replaced.statusCode()).isEqualTo(204);
    assertThat(tag(replaced)).isNotEqualTo(tag(created));
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("Content-Type")).isEmpty();
  }

  @Test
  void isSharedByAllFunctionsOfACapability() {
    own("PUT", "/state/plain/shared", "1");

    for (String name : List.of("plain", "publish", "server")) {
      assertThat(own("GET", "/state/" + name + "/shared", "").body()).isEqualTo("1");
    }
  }

  @Test
  void belongsToAFunctionThatWasPutAlone() {
    assertThat(put("mine", manifest("mine", "")).statusCode()).isEqualTo(201);

    assertThat(as("mine", "PUT", "/state/mine/a", "1").statusCode()).isEqualTo(201);

    assertThat(as("mine", "GET", "/state/mine/a", "").body()).isEqualTo("1");
    assertThat(own("GET", "/state/mine/a", "").statusCode()).isEqualTo(403);
    assertThat(as("mine", "DELETE", "/state/mine/a", "").statusCode()).isEqualTo(204);
  }

  @Test
  void sendsNothingAgainThatTheCallerHas() {
    String tag = tag(own("PUT", "/state/plain/a", "1"));

    for (String known : List.of(tag, "\"x\", W/" + tag, "*")) {
      HttpResponse<String> unchanged = own("GET", "/state/plain/a", "", "If-None-Match", known);
      assertThat(unchanged.statusCode()).isEqualTo(304);
      assertThat(unchanged.body()).isEmpty();
      assertThat(tag(unchanged)).isEqualTo(tag);
    }
    assertThat(own("GET", "/state/plain/a", "", "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void changesOnlyWhatTheCallerHasSeen() {
    String first = tag(own("PUT", "/state/plain/a", "1", "If-None-Match", "*"));
    String second = tag(own("PUT", "/state/plain/a", "2", "If-Match", first));

    List<HttpResponse<String>> refused =
        List.of(
            own("PUT", "/state/plain/a", "3", "If-Match", first),
            own("PUT", "/state/plain/a", "3", "If-Match", "\"x\""),
            own("PUT", "/state/plain/a", "3", "If-Match", "\"99999999999999999999\""),
            own("PUT", "/state/plain/a", "3", "If-Match", "W/" + second),
            own("PUT", "/state/plain/a", "3", "If-None-Match", "*"),
            own("DELETE", "/state/plain/a", "", "If-Match", first));

    for (HttpResponse<String> each : refused) {
      assertThat(each.statusCode()).isEqualTo(412);
      assertThat(each.body()).contains("\"changed-meanwhile\"");
      assertThat(tag(each)).isEqualTo(second);
    }
    assertThat(own("PUT", "/state/plain/a", "3", "If-Match", "*").statusCode()).isEqualTo(204);
    HttpResponse<String> absent = own("PUT", "/state/plain/b", "", "If-Match", "*");
    assertThat(absent.statusCode()).isEqualTo(412);
    assertThat(absent.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void letsOneOfManyChangeAVersion() {
    String first = tag(own("PUT", "/state/plain/a", "0"));

    List<CompletableFuture<Integer>> writes =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> own("PUT", "/state/plain/a", "" + i, "If-Match", first).statusCode()))
            .toList();

    assertThat(writes.stream().map(CompletableFuture::join).toList())
        .containsOnlyOnce(204)
        .containsOnly(204, 412);
  }

  @Test
  void removes() {
    String tag = tag(own("PUT", "/state/plain/a", "1"));

    assertThat(own("DELETE", "/state/plain/a", "", "If-Match", tag).statusCode()).isEqualTo(204);
    HttpResponse<String> gone = own("GET", "/state/plain/a", "");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("\"no-such-key\"");
    assertThat(own("DELETE", "/state/plain/a", "").statusCode()).isEqualTo(404);
    assertThat(own("DELETE", "/state/plain/a", "", "If-Match", tag).statusCode()).isEqualTo(412);
  }

  @Test
  void saysHowLongItIsKept() {
    own("PUT", "/state/plain/a?ttl=PT10M", "1");
    HttpResponse<String> read = own("GET", "/state/plain/a", "");

    String sunset = read.headers().firstValue("Sunset").orElseThrow();
    ZonedDateTime when = ZonedDateTime.parse(sunset, DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(Duration.between(ZonedDateTime.now(ZoneOffset.UTC), when))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    JsonPath list = JsonPath.from(own("GET", "/state/plain", "").body());
    assertThat(list.getString("keys[0].expires")).startsWith("20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b/c", "a//b", "a/../b", "../..", "100%", "a+b c", "?x=1#y", "日本 🚀", "..a", "%2F",
        "\u202e"
      })
  void takesEveryKeyThatIsEncoded(String key) {
    String path = "/state/plain/" + encoded(key);
    assertThat(own("PUT", path, "1").statusCode()).isEqualTo(201);

    assertThat(own("GET", path, "").statusCode()).isEqualTo(200);
    assertThat(JsonPath.from(own("GET", "/state/plain", "").body()).getList("keys.key"))
        .isEqualTo(List.of(key));
  }

  @Test
  void takesSlashesAsTheyAre() {
    own("PUT", "/state/plain/a%2Fb", "1");

    assertThat(own("GET", "/state/plain/a/b", "").body()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | a%00b          |               |          | key",
        "GET    | a%0Ab          |               |          | key",
        "GET    | %C3            |               |          | key",
        "GET    | a?consistent=1 |               |          | consistent",
        "GET    | a?ttl=PT1S     |               |          | ttl",
        "PUT    | a?ttl=PT0.5S   |               |          | ttl",
        "PUT    | a?ttl=P367D    |               |          | ttl",
        "PUT    | a?ttl=ten      |               |          | ttl",
        "PUT    | a?durable=no   |               |          | durable",
        "PUT    | a?durable=false | If-Match     | *        | durable",
        "PUT    | a?durable=false | If-None-Match | *       | durable",
        "PUT    | a?durable=false | Runnel-Fence | lease=l;token=1 | durable",
        "PUT    | a              | If-Match      | 1        | If-Match",
        "PUT    | a              | If-Match      | \"1\", * | If-Match",
        "PUT    | a              | If-None-Match | \"1\"    | If-None-Match",
        "PUT    | a              | Runnel-Fence  | token=1  | Runnel-Fence",
        "DELETE | a?ttl=PT1S     |               |          | ttl",
      })
  void saysWhatIsWrongWithARequest(
      String method, String key, String header, String value, String place) {
    String path = "/state/plain/" + (key == null ? "" : key);
    HttpResponse<String> refused =
        header == null ? own(method, path, "") : own(method, path, "", header, value);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(JsonPath.from(refused.body()).getString("path")).isEqualTo(place);
    assertThat(refused.body()).contains("\"malformed-query\"");
  }

  @Test
  void refusesWhatIsTooLongOrTooLarge() {
    assertThat(own("PUT", "/state/plain/" + "k".repeat(512), "").statusCode()).isEqualTo(201);
    assertThat(own("PUT", "/state/plain/" + "k".repeat(513), "").statusCode()).isEqualTo(400);
    assertThat(own("PUT", "/state/plain/a", "x".repeat(1 << 20)).statusCode()).isEqualTo(201);
    assertThat(own("PUT", "/state/plain/a", "x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
    assertThat(
            own("PUT", "/state/plain/a", "", "Content-Type", "a/" + "b".repeat(254)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void saysWhichLimitIsReached() {
    for (int key = 0; key < ScriptedKeyedState.LIMITS.keys(); key++) {
      assertThat(own("PUT", "/state/plain/" + key, "").statusCode()).isEqualTo(201);
    }

    HttpResponse<String> refused = own("PUT", "/state/plain/more", "");

    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(refused.body()).contains("\"quota-exceeded\"", "50 keys of 50");
    assertThat(own("PUT", "/state/plain/7", "replaced").statusCode()).isEqualTo(204);
  }

  @Test
  void listsKeysPageByPage() {
    for (String key : List.of("b/2", "a", "b/1", "b/3", "c&d")) {
      own("PUT", "/state/plain/" + encoded(key), "123");
    }

    HttpResponse<String> first = own("GET", "/state/plain?prefix=b/&limit=2", "");
    String next = JsonPath.from(first.body()).getString("next");

    assertThat(JsonPath.from(first.body()).getList("keys.key")).isEqualTo(List.of("b/1", "b/2"));
    assertThat(JsonPath.from(first.body()).getList("keys.size")).isEqualTo(List.of(3, 3));
    assertThat(first.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
    JsonPath last = JsonPath.from(own("GET", next, "").body());
    assertThat(last.getList("keys.key")).isEqualTo(List.of("b/3"));
    assertThat(last.getString("next")).isNull();
    var all = new ArrayList<String>();
    for (String page = "/state/server?limit=1"; page != null; ) {
      JsonPath read = JsonPath.from(own("GET", page, "").body());
      all.addAll(read.getList("keys.key"));
      page = read.getString("next");
    }
    assertThat(all).containsExactly("a", "b/1", "b/2", "b/3", "c&d");
  }

  @Test
  void sendsAListAgainOnlyWhenItHasChanged() {
    own("PUT", "/state/plain/a", "1");
    String tag = tag(own("GET", "/state/plain", ""));

    assertThat(own("GET", "/state/plain", "", "If-None-Match", tag).statusCode()).isEqualTo(304);
    own("PUT", "/state/plain/a", "1");
    assertThat(own("GET", "/state/plain", "", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prefix=", "limit=0", "limit=1001", "x=1", "after=a&after=b"})
  void refusesParametersOfAListThatAreNone(String query) {
    assertThat(own("GET", "/state/plain?" + query, "").statusCode()).isEqualTo(400);
  }

  @Test
  void knowsNoFunctionThatIsNotLoaded() {
    HttpResponse<String> unknown = own("GET", "/state/plian/a", "");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"no-such-function\"", "plain");
  }

  @Test
  void readsWhatWasPutLatelyWithoutTheJournal() {
    HttpResponse<String> put = own("PUT", "/state/plain/a", "1");
    state.breaks(true);

    assertThat(tag(own("GET", "/state/plain/a", ""))).isEqualTo(tag(put));
    assertThat(own("GET", "/state/plain/a?consistent=true", "").statusCode()).isEqualTo(503);
  }

  @Test
  void saysThatTheJournalCannotBeReached() {
    state.breaks(true);

    for (HttpResponse<String> refused :
        List.of(
            own("GET", "/state/plain/a", ""),
            own("GET", "/state/plain/a?consistent=true", ""),
            own("PUT", "/state/plain/a", ""),
            own("DELETE", "/state/plain/a", ""),
            own("GET", "/state/plain", ""))) {
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("\"unavailable\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/state/plain   | GET, HEAD, OPTIONS",
        "/state/plain/a | GET, HEAD, PUT, DELETE, OPTIONS",
      })
  void saysWhichMethodsThereAre(String path, String allowed) {
    HttpResponse<String> refused = own("POST", path, "");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains(allowed);
    assertThat(own("OPTIONS", path, "").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsForNowWhatNeedNotBeWritten() {
    HttpResponse<String> put =
        own("PUT", "/state/plain/a?durable=false&ttl=PT10M", "1", "Content-Type", "text/plain");
    HttpResponse<String> read = own("GET", "/state/plain/a", "", "If-None-Match", "*");

    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(put.headers().firstValue("ETag")).isEmpty();
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo("1");
    assertThat(read.headers().firstValue("Content-Type")).contains("text/plain");
    assertThat(read.headers().firstValue("ETag")).isEmpty();
    assertThat(read.headers().firstValue("Sunset")).isPresent();
    assertThat(own("GET", "/state/plain/a?consistent=true", "").statusCode()).isEqualTo(404);
    assertThat(JsonPath.from(own("GET", "/state/plain", "").body()).getList("keys")).isEmpty();
    assertThat(own("DELETE", "/state/plain/a", "").statusCode()).isEqualTo(204);
    assertThat(own("GET", "/state/plain/a", "").statusCode()).isEqualTo(404);
  }

  @Test
  void writesWhatNeedNotBeWrittenWhereNobodySharesACache() {
    store.stands(new Standing.Alone());
    HttpResponse<String> put = own("PUT", "/state/plain/a?durable=false", "1");

    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(tag(own("GET", "/state/plain/a?consistent=true", ""))).isEqualTo(tag(put));
  }

  @Test
  void saysWhereACopyIsAtHand() {
    own("PUT", "/state/plain/a", "1");
    String router = JsonPath.from(poster.get("/cluster").body()).getString("router");

    assertThat(own("GET", "/state/plain/a", "").headers().firstValue("Runnel-Owner"))
        .contains(router);
    assertThat(own("GET", "/state/plain/none", "").headers().firstValue("Runnel-Owner"))
        .contains(router);
    store.stands(new Standing.Joining());
    assertThat(own("GET", "/state/plain/a", "").headers().firstValue("Runnel-Owner")).isEmpty();
  }

  @Test
  void answersHeadWithoutABody() {
    own("PUT", "/state/plain/a", "12345");

    HttpResponse<String> head = own("HEAD", "/state/plain/a", "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(tag(head)).isEqualTo(tag(own("GET", "/state/plain/a", "")));
    assertThat(head.body()).isEmpty();
  }
}
