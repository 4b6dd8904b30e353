package dev.runnel.server.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.queue.Passage;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.journal.ToldRun;
import dev.runnel.server.Hold;
import dev.runnel.server.ScriptedFunctions;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stands between a call and its function. */
class GuardsTest {

  private static final Event EVENT = Event.of("1", "/tests", "any", Data.json("1"));

  private final ScriptedFunctions functions = new ScriptedFunctions();
  private final TestTime time = new TestTime();
  private final Guards guards = GuardsOver.placements(functions).at(time).guards();

  @Test
  void handOnWhatTheFunctionAnswers() {
    functions.answers("one", "{\"a\":1}");

    assertThat(call(function("30s"), EVENT)).isEqualTo(ScriptedFunctions.succeeded("{\"a\":1}"));
  }

  @Test
  void giveUpACallThatTakesTooLong() {
    Hold hold = Hold.one();
    functions.script("one", hold);

    assertThat(failure(call(function("1ms"), EVENT)).problem().code()).isEqualTo("timeout");

    hold.awaitCancellation();
  }

  @Test
  void handCancellationOn() {
    Hold hold = Hold.one();
    functions.script("one", hold);
    UniAssertSubscriber<CallResult> caller =
        guards
            .call(function("30s"), () -> EVENT)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());

    caller.cancel();

    hold.awaitCancellation();
  }

  @Test
  void sendNoMoreThanAFunctionTakes() {
    Data limit = new Data("application/octet-stream", new byte[GuardConfiguration.MAX_INPUT_BYTES]);
    Data more =
        new Data("application/octet-stream", new byte[GuardConfiguration.MAX_INPUT_BYTES + 1]);

    assertThat(call(function("30s"), EVENT.with(limit))).isInstanceOf(CallResult.Succeeded.class);
    Failure refused = failure(call(function("30s"), EVENT.with(more)));

    assertThat(refused.problem().status()).isEqualTo(413);
    assertThat(refused.certainty()).isEqualTo(Certainty.NOT_RUN);
    assertThat(functions.called()).hasSize(1);
  }

  @Test
  void failACallWhoseEventCannotBeMade() {
    CallResult result =
        guards
            .call(
                function("30s"),
                () -> {
                  throw new IllegalStateException("s3cret");
                })
            .await()
            .indefinitely();

    Problem problem = failure(result).problem();
    assertThat(problem.code()).isEqualTo("internal");
    assertThat(problem.detail()).doesNotContain("s3cret");
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void leaveAFunctionAloneThatKeepsFailing() {
    functions.fails("one", 500, "broken");
    for (int i = 0; i < 10; i++) {
      failure(call(function("30s"), EVENT));
    }

    assertThat(call(function("30s"), EVENT))
        .isEqualTo(
            new CallResult.Refused(
                "one has failed too often and is left alone", time.instant().plusSeconds(5), true));
    assertThat(functions.called()).hasSize(10);

    time.pass(Duration.ofSeconds(5));
    functions.answers("one", "1");
    assertThat(call(function("30s"), EVENT)).isEqualTo(ScriptedFunctions.succeeded("1"));
  }

  @Test
  void doNotBlameAFunctionForWhatItRefusesOrForWhatIsGivenUp() {
    functions.fails("one", 422, "no");
    for (int i = 0; i < 30; i++) {
      failure(call(function("30s"), EVENT));
    }
    functions.script("one", Hold.of(30));
    for (int i = 0; i < 30; i++) {
      begin(function("30s")).cancel();
    }
    functions.answers("one", "1");

    assertThat(call(function("30s"), EVENT)).isInstanceOf(CallResult.Succeeded.class);
  }

  @Test
  void blameAFunctionThatDoesNotAnswerOrBreaks() {
    functions.script("one", Hold.of(5));
    for (int i = 0; i < 5; i++) {
      failure(call(function("1ms"), EVENT));
    }
    functions.script(
        "one",
        (call, nth) -> {
          throw new IllegalStateException("broken");
        });
    for (int i = 0; i < 5; i++) {
      failure(call(function("1ms"), EVENT));
    }

    assertThat(call(function("1ms"), EVENT)).isInstanceOf(CallResult.Refused.class);
  }

  @Test
  void areAbsentWhereTheyAreSwitchedOff() {
    Guards none =
        GuardsOver.placements(functions).with("runnel.guards.breaker.enabled", "false").guards();
    functions.fails("one", 500, "broken");

    for (int i = 0; i < 50; i++) {
      failure(none.call(function("30s"), () -> EVENT).await().indefinitely());
    }

    assertThat(none.passage(function("30s"))).isEqualTo(Passage.FREE);
  }

  @Test
  void sayBeforehandWhatABreakerWouldSay() {
    assertThat(guards.passage(function("30s"))).isEqualTo(Passage.FREE);
    functions.fails("one", 500, "broken");
    for (int i = 0; i < 10; i++) {
      failure(call(function("30s"), EVENT));
    }

    assertThat(guards.passage(function("30s")))
        .isInstanceOfSatisfying(
            Passage.Barred.class,
            barred -> assertThat(barred.left()).isEqualTo(Duration.ofSeconds(5)));
    assertThat(guards.passage(function("two", "30s"))).isEqualTo(Passage.FREE);
  }

  @Test
  void keepFunctionsApart() {
    functions.fails("one", 500, "broken");
    for (int i = 0; i < 10; i++) {
      failure(call(function("30s"), EVENT));
    }
    functions.answers("two", "2");

    assertThat(call(function("two", "30s"), EVENT)).isInstanceOf(CallResult.Succeeded.class);
  }

  private UniAssertSubscriber<CallResult> begin(FunctionManifest function) {
    return guards
        .call(function, () -> EVENT)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private CallResult call(FunctionManifest function, Event event) {
    return guards.call(function, () -> event).await().indefinitely();
  }

  private static Failure failure(CallResult result) {
    if (result instanceof CallResult.Failed(Failure failure)) {
      return failure;
    }
    throw new AssertionError("no failure: " + result);
  }

  private static FunctionManifest function(String timeout) {
    return function("one", timeout);
  }

  private static FunctionManifest function(String name, String timeout) {
    String manifest =
        """
        { name: %s, description: is called, runtime: jvm, handler: some.Code#one,
          timeout: %s, triggers: [ { filters: [] } ] }
        """
            .formatted(name, timeout);
    return ToldRun.of(manifest, EVENT).run().called(name);
  }
}
