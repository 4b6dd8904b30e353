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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps that failed for good: tried anew in their runs. */
@QuarkusTest
class RedriveTest extends DeadLetters {

  /** Nobody knows whether the function has run. */
  private static final ScriptedFunctions.Script LOST =
      (call, nth) ->
          Uni.createFrom()
              .item(
                  new CallResult.Failed(
                      new Failure(
                          Problem.of(ProblemType.TIMEOUT, "no answer"),
                          Failure.Certainty.UNKNOWN)));

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
  void showsTheRunToACallerThatWaitsForIt() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();

    HttpResponse<String> failed = redrive(letter, "", "Prefer", "wait=15");
    functions.answers("stubborn", "1");
    HttpResponse<String> resumed = resume(run, "", "Prefer", "wait=15");

    assertThat(List.of(failed.statusCode(), resumed.statusCode())).containsExactly(200, 200);
    assertThat(json(failed).getString("id")).isEqualTo(run);
    assertThat(json(failed).getString("state")).isEqualTo("failed");
    assertThat(json(failed).getList("steps[0].attempts")).hasSize(2);
    assertThat(json(resumed).getString("state")).isEqualTo("succeeded");
    assertThat(List.of(failed, resumed))
        .allMatch(it -> it.headers().firstValue("Preference-Applied").equals(Optional.of("wait")));
  }

  @Test
  void tellsACallerWhoseWaitIsOverWhereToLook() {
    String run = failed("stubborn", "stubborn.wanted");
    String letter = only();
    Hold hold = Hold.one();
    functions.script("stubborn", hold);

    HttpResponse<String> redriven = redrive(letter, "", "Prefer", "wait=0");
    HttpResponse<String> resumed = resume(run, "", "Prefer", "wait=0");
    hold.release("1");

    assertThat(List.of(redriven.statusCode(), resumed.statusCode())).containsExactly(202, 202);
    assertThat(List.of(redriven, resumed)).allMatch(it -> Poster.location(it).endsWith(run));
    assertThat(List.of(redriven, resumed))
        .allMatch(it -> it.headers().firstValue("Preference-Applied").isEmpty());
    assertThat(json(resumed).getInt("redriven")).isZero();
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
    functions.script("charge", LOST);
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
}
