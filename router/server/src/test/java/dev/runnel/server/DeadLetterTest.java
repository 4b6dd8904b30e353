package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.server.ScriptedJournal.Fault;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that failed for good: shown, tried anew, and purged. */
@QuarkusTest
class DeadLetterTest extends PutFunctions {

  private static final String UNKNOWN = "00000000000000000000000000000000";

  /** Before everything that the test does. */
  private final Instant begin = Instant.now();

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
  void triesAStepAnewInItsRun() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();
    functions.answers("stubborn", "1");

    HttpResponse<String> redriven = redrive(letter, "");

    assertThat(redriven.statusCode()).as(redriven.body()).isEqualTo(202);
    assertThat(Poster.location(redriven)).isEqualTo("/runs/" + run);
    awaitQuiet();
    JsonPath document = poster.run(run);
    assertThat(document.getString("state")).isEqualTo("succeeded");
    assertThat(document.getList("steps[0].attempts.attempt")).isEqualTo(List.of(1, 2));
    assertThat(ids("")).isEmpty();
    assertThat(poster.get("/dead-letters/" + letter).statusCode()).isEqualTo(404);
  }

  @Test
  void doesOnceWhatIsAskedTwice() {
    failed("stubborn", "stubborn.wanted");
    String letter = only();
    Hold hold = Hold.one();
    functions.script("stubborn", hold);
    redrive(letter, "");
    hold.awaitCalls();

    HttpResponse<String> whileItGoesOn = redrive(letter, "");
    hold.release("1");
    awaitQuiet();
    HttpResponse<String> afterwards = redrive(letter, "");

    assertThat(List.of(whileItGoesOn.statusCode(), afterwards.statusCode()))
        .containsExactly(202, 202);
    assertThat(functions.callsOf("stubborn")).hasSize(2);
  }

  @Test
  void doesOnceWhatManyAskAtTheSameTime() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 16)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> redrive(letter, "").statusCode()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(202);
    awaitQuiet();
    assertThat(functions.callsOf("stubborn")).hasSize(2);
    assertThat(ids("")).hasSize(1).noneMatch(letter::equals);
    assertThat(poster.run(run).getString("state")).isEqualTo("failed");
  }

  @Test
  void tellsOfTheNewEndWithAnotherEvent() {
    Event event = Poster.event("stubborn.wanted", "{}");
    functions.fails("stubborn", 422, "never");
    HttpResponse<String> first = poster.post(event, "Prefer", "wait=15");
    redrive(only(), "");
    awaitQuiet();

    HttpResponse<String> second = poster.post(event, "Prefer", "wait=15");

    assertThat(first.headers().firstValue("ce-id").orElseThrow()).endsWith(".failed");
    assertThat(second.headers().firstValue("ce-id").orElseThrow()).endsWith(".failed.2");
  }

  @Test
  void asksForConfirmationWhereACallMayHaveBeenMadeThatMustNotBeRepeated() {
    functions.script("charge", Hold.one());
    String run = poster.postAndWait(Poster.event("charge.wanted", "{}")).getString("run");
    String letter = only();
    functions.answers("charge", "1");
    assertThat(json(poster.get("/dead-letters/" + letter)).getBoolean("mayHaveRun")).isTrue();

    HttpResponse<String> refused = redrive(letter, "");
    HttpResponse<String> confirmed = redrive(letter, "?confirm=may-have-run");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("code")).isEqualTo("may-have-run");
    assertThat(confirmed.statusCode()).isEqualTo(202);
    awaitQuiet();
    assertThat(poster.run(run).getString("state")).isEqualTo("succeeded");
    assertThat(functions.callsOf("charge")).hasSize(2);
  }

  @Test
  void goesOnWithTheManifestOfNowWhereThatIsWanted() {
    put("changed", manifest("changed", wants("changed.wanted") + ", retry: { attempts: 1 }"));
    String run = failed("changed", "changed.wanted");
    String letter = only();
    put("changed", manifest("changed", wants("changed.wanted") + ", fallback: [ { value: 7 } ]"));

    assertThat(redrive(letter, "?version=latest").statusCode()).isEqualTo(202);

    awaitQuiet();
    assertThat(poster.run(run).getInt("steps[0].outcome")).isEqualTo(7);
    assertThat(poster.run(run).getString("steps[0].via")).isEqualTo("(value)");
  }

  @Test
  void refusesTheManifestOfNowWhereItDoesNotFitTheRun() {
    put("changed", manifest("changed", wants("changed.wanted") + ", retry: { attempts: 1 }"));
    failed("changed", "changed.wanted");
    String letter = only();
    put("changed", manifest("changed", "dependencies: [ plain ]"));
    HttpResponse<String> needy = redrive(letter, "?version=latest");
    delete("changed");
    HttpResponse<String> gone = redrive(letter, "?version=latest");

    assertThat(List.of(needy.statusCode(), gone.statusCode())).containsExactly(409, 409);
    assertThat(json(needy).getString("detail")).contains("needs plain");
    assertThat(json(gone).getString("detail")).contains("no changed any more");
    assertThat(redrive(letter, "").statusCode()).isEqualTo(202);
  }

  @Test
  void refusesWhereAStepOfTheRunWasCompensated() {
    functions.fails("pay", 422, "no money");
    poster.postAndWait(Poster.event("pay.wanted", "{}"));

    HttpResponse<String> refused = redrive(only(), "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("code")).isEqualTo("not-redrivable");
    assertThat(json(refused).getString("detail")).contains("compensated");
  }

  @Test
  void redrivesAStepWhileItsRunGoesOn() {
    Hold left = Hold.one();
    functions.script("left", left);
    functions.fails("right", 422, "nothing is left");
    String run = begun("both.wanted");
    left.awaitCalls();
    awaitLetter();
    functions.answers("right", "2");

    assertThat(redrive(only(), "").statusCode()).isEqualTo(202);
    left.release("1");

    awaitQuiet();
    assertThat(poster.run(run).getList("steps.state")).isEqualTo(List.of("succeeded", "succeeded"));
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
  void resumesARunWithAllThatFailedInIt() {
    functions.fails("left", 422, "nothing is left");
    functions.fails("right", 422, "nothing is right");
    String run = poster.postAndWait(Poster.event("both.wanted", "{}")).getString("run");
    assertThat(ids("")).hasSize(2);
    functions.reset();

    HttpResponse<String> resumed = resume(run, "");

    assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(202);
    assertThat(json(resumed).getInt("redriven")).isEqualTo(2);
    awaitQuiet();
    assertThat(functions.called()).containsExactlyInAnyOrder("left", "right");
    assertThat(poster.run(run).getString("state")).isEqualTo("succeeded");
    HttpResponse<String> again = resume(run, "");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).getString("state")).isEqualTo("succeeded");
  }

  @Test
  void resumesNothingWithoutTheConfirmationThatItNeeds() {
    functions.script("charge", Hold.one());
    String run = poster.postAndWait(Poster.event("charge.wanted", "{}")).getString("run");
    functions.answers("charge", "1");

    assertThat(json(resume(run, "")).getString("code")).isEqualTo("may-have-run");
    assertThat(resume(run, "?confirm=may-have-run").statusCode()).isEqualTo(202);
    awaitQuiet();
    assertThat(poster.run(run).getString("state")).isEqualTo("succeeded");
  }

  @Test
  void redrivesAllThatFitPageByPageAndSaysWhatItDidNot() {
    IntStream.range(0, 5).forEach(_ -> failed("stubborn", "stubborn.wanted"));
    functions.script("charge", ScriptedLoss.ANSWER);
    String charged = poster.postAndWait(Poster.event("charge.wanted", "{}")).getString("run");
    functions.reset();
    var redriven = new ArrayList<Integer>();
    String next = "/dead-letters/redrive?function=stubborn&limit=2&since=" + begin;

    for (int page = 0; next != null && page < 10; page++) {
      JsonPath report = json(poster.send("POST", next, ""));
      redriven.add(report.getInt("redriven"));
      next = report.getString("next");
    }
    JsonPath rest = json(poster.send("POST", "/dead-letters/redrive?since=" + begin, ""));

    assertThat(redriven).containsExactly(2, 2, 1);
    assertThat(rest.getInt("redriven")).isZero();
    assertThat(rest.getList("refused.problem.code")).isEqualTo(List.of("may-have-run"));
    awaitQuiet();
    assertThat(functions.callsOf("stubborn")).hasSize(5);
    assertThat(functions.callsOf("charge")).isEmpty();
    assertThat(ids("")).containsExactly(rest.getString("refused[0].id"));
    assertThat(poster.run(charged).getString("state")).isEqualTo("failed");
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

  @Test
  void saysWhenTheWishCannotBeWritten() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();
    journal.breaks(Fault.REFUSES_APPEND);

    List<HttpResponse<String>> refused =
        List.of(
            redrive(letter, ""),
            resume(run, ""),
            poster.send("DELETE", "/dead-letters/" + letter, ""));

    assertThat(refused).allMatch(answer -> answer.statusCode() == 503);
    assertThat(refused).allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
    journal.breaks(Fault.NONE);
    assertThat(functions.callsOf("stubborn")).hasSize(1);
    assertThat(redrive(letter, "").statusCode()).isEqualTo(202);
  }

  @Test
  void saysWhenNobodyConductsTheRun() {
    Hold left = Hold.one();
    functions.script("left", left);
    functions.fails("right", 422, "nothing is left");
    begun("both.wanted");
    left.awaitCalls();
    awaitLetter();
    String letter = only();
    journal.breaks(Fault.REFUSES_APPEND);
    left.release("1");
    awaitQuiet();
    journal.breaks(Fault.NONE);

    assertThat(redrive(letter, "").statusCode()).isEqualTo(503);
    assertThat(poster.send("DELETE", "/dead-letters/" + letter, "").statusCode()).isEqualTo(503);
  }

  /** Answers of which nobody knows whether the function has run. */
  private static final class ScriptedLoss {

    private static final ScriptedFunctions.Script ANSWER =
        (call, nth) ->
            Uni.createFrom()
                .item(
                    new CallResult.Failed(
                        new Failure(
                            Problem.of(ProblemType.TIMEOUT, "no answer"),
                            Failure.Certainty.UNKNOWN)));
  }

  /** A run that has failed since this function did. */
  private String failed(String function, String type) {
    functions.fails(function, 422, "never");
    return poster.postAndWait(Poster.event(type, "{}")).getString("run");
  }

  private String begun(String type) {
    String location = Poster.location(poster.post(Poster.event(type, "{}")));
    return location.substring("/runs/".length());
  }

  private void awaitLetter() {
    for (int i = 0; ids("").isEmpty(); i++) {
      assertThat(i).as("looks for a dead letter").isLessThan(1_000);
    }
  }

  private HttpResponse<String> redrive(String letter, String query) {
    return poster.send("POST", "/dead-letters/" + letter + "/redrive" + query, "");
  }

  private HttpResponse<String> resume(String run, String query) {
    return poster.send("POST", "/runs/" + run + "/resume" + query, "");
  }

  private String only() {
    List<String> ids = ids("");
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  /** The dead letters of this test. */
  private String mine(String more) {
    return "/dead-letters?since=" + begin + more;
  }

  private List<String> ids(String more) {
    return json(poster.get(mine(more))).getList("deadLetters.id");
  }

  private List<String> runs(String uri) {
    return json(poster.get(uri)).getList("deadLetters.run");
  }
}
