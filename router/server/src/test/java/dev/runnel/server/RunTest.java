package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs do with the answers of functions, seen from outside. */
@QuarkusTest
class RunTest extends RouterTest {

  @Test
  void triesAgainWhatMayWorkTheNextTime() {
    functions.script(
        "stubborn",
        (call, nth) ->
            Uni.createFrom()
                .item(
                    nth < 3
                        ? ScriptedFunctions.failed(503, "not yet")
                        : ScriptedFunctions.succeeded("\"done\"")));

    JsonPath result = poster.postAndWait(Poster.event("stubborn.wanted", "{}"));

    assertThat(result.getString("results.stubborn")).isEqualTo("done");
    assertThat(result.getList("degraded")).isEmpty();
    assertThat(functions.callsOf("stubborn").stream().map(it -> it.attribute("runnelattempt")))
        .containsExactly("1", "2", "3");
    assertThat(functions.callsOf("stubborn").stream().map(it -> it.attribute("runnelkey")))
        .containsOnly(result.getString("run") + "/stubborn/stubborn");
    JsonPath run = poster.run(result.getString("run"));
    assertThat(run.getList("steps[0].attempts.state"))
        .isEqualTo(List.of("failed", "failed", "succeeded"));
  }

  @Test
  void givesUpAfterAsManyAttemptsAsTheManifestSays() {
    functions.fails("stubborn", 503, "never");

    JsonPath result = poster.postAndWait(Poster.event("stubborn.wanted", "{}"));

    assertThat(result.getString("failures.stubborn.detail")).isEqualTo("never");
    assertThat(functions.called()).hasSize(3);
  }

  @Test
  void doesNotRepeatWhatTheFunctionRefused() {
    functions.fails("stubborn", 422, "never");

    assertThat(poster.postAndWait(Poster.event("stubborn.wanted", "{}")).getString("state"))
        .isEqualTo("failed");
    assertThat(functions.called()).hasSize(1);
  }

  @Test
  void givesUpCallsThatTakeTooLong() {
    Hold hold = Hold.of(2);
    functions.script("slow", hold);

    JsonPath result = poster.postAndWait(Poster.event("slow.wanted", "{}"));

    hold.awaitCancellation();
    assertThat(functions.called()).hasSize(2);
    assertThat(result.getString("failures.slow.code")).isEqualTo("timeout");
    assertThat(result.getInt("failures.slow.status")).isEqualTo(504);
  }

  @Test
  void takesTheFunctionThatStandsIn() {
    functions.fails("fragile", 500, "broken");
    functions.answers("sturdy", "\"fine\"");

    JsonPath result = poster.postAndWait(Poster.event("fragile.wanted", "{}"));

    assertThat(result.getString("state")).isEqualTo("succeeded");
    assertThat(result.getString("results.fragile")).isEqualTo("fine");
    assertThat(result.getList("degraded")).isEqualTo(List.of("fragile"));
    assertThat(poster.run(result.getString("run")).getString("steps[0].via")).isEqualTo("sturdy");
  }

  @Test
  void takesTheConstantWhenNothingElseIsLeft() {
    functions.fails("fragile", 500, "broken");
    functions.fails("sturdy", 500, "broken too");

    JsonPath result = poster.postAndWait(Poster.event("fragile.wanted", "{}"));

    assertThat(result.getString("state")).isEqualTo("succeeded");
    assertThat(result.getString("results.fragile.answer")).isEqualTo("constant");
    assertThat(result.getList("degraded")).isEqualTo(List.of("fragile"));
  }

  @Test
  void leavesOpenWhatMayHaveHappenedOnce() {
    functions.script("charge", Hold.one());

    JsonPath result = poster.postAndWait(Poster.event("charge.wanted", "{}"));

    assertThat(result.getString("failures.charge.code")).isEqualTo("outcome-unknown");
    assertThat(functions.called()).containsExactly("charge");
  }

  @Test
  void undoesWhatWasDoneInVain() {
    functions.answers("book", "{\"seat\":7}");
    functions.fails("pay", 402, "no money");

    JsonPath result = poster.postAndWait(Poster.event("pay.wanted", "{\"guest\":1}"));

    assertThat(functions.called()).containsExactly("book", "pay", "release");
    JsonPath undoing = JsonPath.from(functions.callsOf("release").getFirst().data().text());
    assertThat(undoing.getInt("event.data.guest")).isEqualTo(1);
    assertThat(undoing.getInt("outcome.seat")).isEqualTo(7);
    assertThat(undoing.getString("problem.detail")).isEqualTo("no money");
    assertThat(functions.callsOf("release").getFirst().attribute("runnelkey"))
        .isEqualTo(result.getString("run") + "/book/release");
    JsonPath run = poster.run(result.getString("run"));
    assertThat(run.getList("steps.state")).isEqualTo(List.of("compensated", "failed"));
  }

  @Test
  void skipsWhatLacksWhatItNeeds() {
    functions.fails("book", 422, "full");

    JsonPath result = poster.postAndWait(Poster.event("pay.wanted", "{}"));

    assertThat(functions.called()).containsExactly("book");
    assertThat(result.getString("failures.pay.code")).isEqualTo("dependency-failed");
    assertThat(poster.run(result.getString("run")).getList("steps.state"))
        .isEqualTo(List.of("failed", "skipped"));
  }

  @Test
  void callsWhatIsIndependentAtTheSameTimeAndDependentsAfterwards() {
    Hold both = Hold.of(2);
    functions.script("encode", both);
    functions.script("language", both);
    Event event = Poster.event("rank.wanted", "{}");
    poster.post(event);

    both.awaitCalls();
    assertThat(functions.called()).containsExactlyInAnyOrder("encode", "language");
    both.release("1");

    assertThat(poster.postAndWait(event).getString("state")).isEqualTo("succeeded");
    assertThat(functions.called()).hasSize(3).last().isEqualTo("rank");
  }

  @Test
  void failsWhatNothingHereCanCall() {
    JsonPath result = poster.postAndWait(Poster.event("unreachable.wanted", "{}"));

    assertThat(result.getString("failures.unreachable.code")).isEqualTo("unreachable");
  }

  @Test
  void endsTheRunOfAPlacementThatThrows() {
    functions.script(
        "right",
        (call, nth) -> {
          throw new IllegalStateException("s3cret");
        });
    assertBroken();
  }

  @Test
  void endsTheRunOfAPlacementThatFails() {
    functions.script("right", (call, nth) -> Uni.createFrom().failure(new LinkageError("s3cret")));
    assertBroken();
  }

  @Test
  void endsTheRunOfAPlacementThatAnswersWithNothing() {
    functions.script("right", (call, nth) -> Uni.createFrom().<CallResult>nullItem());
    assertBroken();
  }

  private void assertBroken() {
    JsonPath result = poster.postAndWait(Poster.event("both.wanted", "{}"));

    assertThat(result.getString("failures.right.code")).isEqualTo("internal");
    assertThat(result.prettify()).doesNotContain("s3cret");
    assertThat(result.getMap("results")).containsOnlyKeys("left");
  }

  @Test
  void givesFunctionsTheEventAsItCame() {
    Event event = Poster.event("plain.wanted", "{ \"a\" : 1.0 }");
    Event rich =
        event.with(
            Map.of(
                "subject", "Käse, \"quoted\" 100%",
                "time", "2026-02-28T09:30:00.123456789+05:30",
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "runnelhops", "3"));
    Instant before = Instant.now();

    String run = poster.postAndWait(rich).getString("run");

    Event call = functions.callsOf("plain").getFirst();
    assertThat(call.attributes()).containsAllEntriesOf(rich.attributes());
    assertThat(call.data()).isEqualTo(rich.data());
    assertThat(call.attributes())
        .containsEntry("runnelrun", run)
        .containsEntry("runnelstep", "plain")
        .containsEntry("runnelattempt", "1")
        .containsEntry("runnelkey", run + "/plain/plain")
        .containsEntry("runnelhops", "3");
    assertThat(Instant.parse(call.attributes().get("runneldeadline")))
        .isBetween(before.plusSeconds(30), Instant.now().plusSeconds(30));
  }

  @Test
  void givesFunctionsTheTraceOfTheRequest() {
    String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    Event event = Poster.event("plain.wanted", "{}");

    poster.post(event, "traceparent", parent, "tracestate", "rojo=1");
    poster.postAndWait(event);

    assertThat(functions.callsOf("plain").getFirst().attributes())
        .containsEntry("traceparent", parent)
        .containsEntry("tracestate", "rojo=1");
  }

  @Test
  void endsAtTheDeadlineThatTheSenderAskedFor() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String soon = Instant.now().plusMillis(300).toString();

    JsonPath result =
        poster.postAndWait(Poster.event("plain.wanted", "{}").with(Map.of("runneldeadline", soon)));

    hold.awaitCancellation();
    assertThat(result.getString("failures.plain.code")).isEqualTo("deadline");
    JsonPath run = poster.run(result.getString("run"));
    assertThat(run.getString("deadline")).isEqualTo(soon);
    assertThat(run.getString("steps[0].problem.code")).isEqualTo("deadline");
  }

  @Test
  void ignoresATraceThatIsNotWellFormed() {
    Event event = Poster.event("plain.wanted", "{}");

    poster.post(event, "traceparent", "00-1-2-01", "tracestate", "rojo=1");
    poster.postAndWait(event);

    assertThat(functions.callsOf("plain").getFirst().attributes())
        .doesNotContainKeys("traceparent", "tracestate");
  }

  @Test
  void givesFunctionsTheOutputOfAnother() {
    functions.answers("language", "\"de\"");

    poster.postAndWait(Poster.event("summary.wanted", "{\"text\":\"Hallo\"}"));

    Event call = functions.callsOf("summary").getFirst();
    assertThat(call.data().contentType()).isEqualTo("application/json");
    assertThat(call.data().text()).isEqualTo("\"de\"");
    assertThat(call.attribute("runnelhops")).isEqualTo("0");
  }

  @Test
  void givesFunctionsWhatTheyNeedFromTheEventAndFromOthers() {
    functions.answers("encode", "[0.10, 123456789012345678901234567890]");
    functions.answers("language", "\"en\"");
    Event event =
        Poster.event(
            "rank.wanted",
            """
            {"description":"blue","items":[{"n":1}],"amount":12345678901234567890.10,
             "nothing":null}""");

    poster.postAndWait(event);

    assertThat(functions.callsOf("encode").getFirst().data().text())
        .isEqualTo(
            "{\"amount\":12345678901234567890.10,\"first\":{\"n\":1},\"from\":\"/tests\","
                + "\"nothing\":null,\"text\":\"blue\"}");
    assertThat(functions.callsOf("language").getFirst().data()).isEqualTo(event.data());
    String all = functions.callsOf("rank").getFirst().data().text();
    assertThat(all)
        .startsWith("{\"event\":{\"specversion\":\"1.0\",")
        .contains("\"data\":" + event.data().text())
        .endsWith(
            "},\"results\":{\"encode\":[0.10, 123456789012345678901234567890],"
                + "\"language\":\"en\"}}");
  }
}
