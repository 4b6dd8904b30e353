package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that failed for good: shown, listed, and purged. */
@QuarkusTest
class DeadLetterTest extends DeadLetters {

  private static final String UNKNOWN = "00000000000000000000000000000000";

  @Test
  void showsAStepThatFailedForGoodAsABrokerWould() {
    functions.fails("stubborn", 422, "never");
    Event event =
        Poster.event("stubborn.wanted", "{}").with(Map.of("subject", "it", "region", "eu"));
    String run = poster.postAndWait(event).getString("run");

    JsonPath list = json(poster.get(mine("")));

    assertThat(list.getList("deadLetters")).hasSize(1);
    assertThat(list.getString("deadLetters[0].run")).isEqualTo(run);
    assertThat(list.getString("deadLetters[0].step")).isEqualTo("stubborn");
    assertThat(list.getString("deadLetters[0].function")).isEqualTo("stubborn");
    assertThat(list.getString("deadLetters[0].problem.code")).isEqualTo("out-of-stock");
    assertThat(list.getBoolean("deadLetters[0].mayHaveRun")).isFalse();
    assertThat(list.getString("deadLetters[0].event.subject")).isEqualTo("it");
    assertThat(list.getString("deadLetters[0].event.region")).isNull();
    JsonPath one = json(poster.get("/dead-letters/" + list.getString("deadLetters[0].id")));
    assertThat(one.getMap("event"))
        .containsEntry("id", event.id())
        .containsEntry("region", "eu")
        .containsEntry("knativeerrordest", "/functions/stubborn")
        .containsEntry("knativeerrorcode", "422");
    assertThat(JsonPath.from(one.getString("event.knativeerrordata")).getString("detail"))
        .isEqualTo("never");
  }

  @Test
  void purgesOnesThatNobodyHasUseFor() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();

    HttpResponse<String> purged = poster.send("DELETE", "/dead-letters/" + letter, "");

    assertThat(purged.statusCode()).isEqualTo(204);
    assertThat(ids("")).isEmpty();
    assertThat(poster.run(run).getString("state")).isEqualTo("failed");
    assertThat(backlog.runs()).isZero();
    assertThat(poster.send("DELETE", "/dead-letters/" + letter, "").statusCode()).isEqualTo(404);
    assertThat(redrive(letter, "").statusCode()).isEqualTo(404);
  }

  @Test
  void purgesOneWhileItsRunGoesOn() {
    Hold left = Hold.one();
    functions.script("left", left);
    functions.fails("right", 422, "nothing is left");
    String run = begun("both.wanted");
    left.awaitCalls();
    awaitLetter();

    assertThat(poster.send("DELETE", "/dead-letters/" + only(), "").statusCode()).isEqualTo(204);
    left.release("1");

    awaitQuiet();
    assertThat(ids("")).isEmpty();
    assertThat(poster.run(run).getString("state")).isEqualTo("failed");
  }

  @Test
  void listsThoseThatFitPageByPage() {
    String first = failed("stubborn", "stubborn.wanted");
    String second = failed("right", "both.wanted");
    String third = failed("stubborn", "stubborn.wanted");

    assertThat(runs(mine(""))).containsExactly(third, second, first);
    assertThat(runs(mine("&function=right"))).containsExactly(second);
    assertThat(runs(mine("&type=stubborn.wanted"))).containsExactly(third, first);
    assertThat(runs(mine("&code=loop"))).isEmpty();
    HttpResponse<String> page = poster.get(mine("&limit=2"));
    String next = json(page).getString("next");
    assertThat(page.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
    assertThat(runs(next)).containsExactly(first);
    String failed = json(poster.get(mine("&function=right"))).getString("deadLetters[0].failed");
    assertThat(runs("/dead-letters?since=" + failed)).containsExactly(third, second);
    assertThat(runs(mine("&until=" + failed))).containsExactly(first);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /dead-letters/redrive, function",
    "POST, /dead-letters/redrive?limit=2, function",
    "POST, /dead-letters/redrive?function=a&confirm=yes, confirm",
    "POST, /runs/00000000000000000000000000000000/resume?version=1, version",
    "POST, /dead-letters/00000000000000000000000000000000.1/redrive?all=true, all",
    "GET, /dead-letters?limit=0, limit",
    "GET, /dead-letters?after=MA, after",
    "GET, /dead-letters?since=now, since"
  })
  void refusesAWishThatIsNotClear(String method, String uri, String path) {
    HttpResponse<String> refused = poster.send(method, uri, "");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("code")).isEqualTo("malformed-query");
    assertThat(json(refused).getString("path")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN + ".1", "redriven", UNKNOWN, UNKNOWN + ".0", "%27;--.1"})
  void knowsNoOthers(String id) {
    for (String method : List.of("GET", "DELETE")) {
      HttpResponse<String> unknown = poster.send(method, "/dead-letters/" + id, "");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(json(unknown).getString("code")).isEqualTo("no-such-dead-letter");
    }
    assertThat(redrive(id, "").statusCode()).isEqualTo(404);
    assertThat(resume(UNKNOWN, "").statusCode()).isEqualTo(404);
  }

  @Test
  void knowsNoLetterWhereTheRunHasOtherEvents() {
    String run = failed("stubborn", "stubborn.wanted");

    assertThat(poster.get("/dead-letters/" + run + ".1").statusCode()).isEqualTo(404);
    assertThat(redrive(run + ".1", "").statusCode()).isEqualTo(404);
    assertThat(redrive(run + ".999999999", "").statusCode()).isEqualTo(404);
  }
}
