package dev.runnel.server.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.Hold;
import dev.runnel.server.ScriptedFunctions;
import dev.runnel.server.ToldRun;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

/** What stands between a call and its function. */
class GuardsTest {

  private static final Event EVENT = Event.of("1", "/tests", "any", Data.json("1"));

  private final ScriptedFunctions functions = new ScriptedFunctions();
  private final Guards guards = GuardsOver.placements(functions).guards();

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
    String manifest =
        """
        { name: one, description: is called, runtime: jvm, handler: some.Code#one,
          timeout: %s, triggers: [ { filters: [] } ] }
        """
            .formatted(timeout);
    return ToldRun.of(manifest, EVENT).run().called("one");
  }
}
