package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.ScriptedJournal.Fault;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.journal.Lives;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of runs that nobody conducts any more. */
@QuarkusTest
class RecoveryTest extends RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  @Inject Lives lives;

  @BeforeEach
  void recover() {
    routers.recovers(true);
  }

  @AfterEach
  void recoverNoMore() {
    routers.recovers(false);
  }

  @Test
  void takesUpARunThatTheJournalCouldNotGoOnWith() {
    journal.breaks(Fault.REFUSES_APPEND);
    String run = started(Poster.event("plain.wanted", "{}"));

    journal.breaks(Fault.NONE);

    awaitState(run, "succeeded");
  }

  @Test
  void goesOnWithWhatAnotherLifeHasBegun() {
    journal.breaks(Fault.REFUSES_APPEND);
    String run = started(Poster.event("charge.wanted", "{}"));
    long before = epoch();

    routers.join(name()).await().indefinitely(); // somebody of the same name: this life is over
    journal.breaks(Fault.NONE);

    awaitState(run, "succeeded");
    assertThat(epoch()).isGreaterThan(before);
    assertThat(functions.called()).hasSize(1);
    assertThat(functions.callsOf("charge").getLast().attribute("runnelepoch"))
        .satisfies(told -> assertThat(Long.parseLong(told)).isGreaterThan(before));
  }

  @Test
  void goesOnUndoingWhatAnotherLifeHasBegunToUndo() {
    Hold hold = Hold.one();
    functions.fails("pay", 400, "no money");
    functions.script(
        "release",
        (call, nth) ->
            nth == 1
                ? hold.answer(call, nth)
                : Uni.createFrom().item(ScriptedFunctions.succeeded("1")));
    String run = started(Poster.event("pay.wanted", "{}"));
    hold.awaitCalls();
    long before = epoch();

    routers.join(name()).await().indefinitely();
    hold.awaitCancellation();

    awaitState(run, "failed");
    assertThat(poster.run(run).getString("steps.find { it.id == 'book' }.state"))
        .isEqualTo("compensated");
    assertThat(functions.callsOf("release"))
        .hasSize(2)
        .extracting(call -> call.attribute("runnelkey"))
        .containsOnly(run + "/book/release");
    assertThat(lastEpoch("release")).isGreaterThan(before);
    assertThat(functions.callsOf("book")).hasSize(1);
  }

  @Test
  void doesNotWaitForAProbeThatAnotherLifeHasPlanned() {
    Instant probe = Instant.now().plusSeconds(60);
    functions.script(
        "plain",
        (call, nth) ->
            Uni.createFrom()
                .item(
                    nth == 1
                        ? new CallResult.Refused("full", probe, false)
                        : ScriptedFunctions.succeeded("1")));
    String run = started(Poster.event("plain.wanted", "{}"));
    awaitState(run, "waiting");
    long before = epoch();

    routers.join(name()).await().indefinitely();

    awaitState(run, "succeeded");
    assertThat(Instant.now()).isBefore(probe);
    assertThat(functions.callsOf("plain")).hasSize(2);
    assertThat(lastEpoch("plain")).isGreaterThan(before);
  }

  private long lastEpoch(String function) {
    String told = functions.callsOf(function).getLast().attribute("runnelepoch");
    return told == null ? 0 : Long.parseLong(told);
  }

  @Test
  void takesUpWhatItHadClaimedWhenTheJournalCouldNotBeRead() {
    journal.breaks(Fault.REFUSES_APPEND);
    String run = started(Poster.event("plain.wanted", "{}"));
    int before = routers.claimed();

    journal.breaks(Fault.REFUSES_READ);
    routers.join(name()).await().indefinitely();
    await(() -> routers.claimed() > before, "claims");
    journal.breaks(Fault.NONE);

    awaitState(run, "succeeded");
  }

  @Test
  void leavesARunAloneThatEndedWhileItWasLookedFor() {
    String ended = started(Poster.event("plain.wanted", "{}"));
    awaitState(ended, "succeeded");

    routers.stillSees(ended);
    journal.breaks(Fault.REFUSES_APPEND);
    String lost = started(Poster.event("plain.wanted", "{}"));
    journal.breaks(Fault.NONE);
    awaitState(lost, "succeeded");

    awaitQuiet();
  }

  @Test
  void setsARunAsideThatCannotBeReadAndGoesOnWithTheOthers() {
    journal.breaks(Fault.REFUSES_APPEND);
    String broken = started(Poster.event("plain.wanted", "{}"));
    String sound = started(Poster.event("plain.wanted", "{}"));
    journal.cannotRead(broken);
    routers.join(name()).await().indefinitely();

    journal.breaks(Fault.NONE);

    awaitState(sound, "succeeded");
    var answer = poster.get("/runs/" + broken);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("start a release that can read it")
        .doesNotContain("scripted");
    awaitQuiet();
    assertThat(functions.callsOf("plain"))
        .filteredOn(call -> broken.equals(call.attribute("runnelrun")))
        .hasSize(1);
  }

  @Test
  void leavesARunInTheJournalThatOnlyWaitsAndWakesItWhenSomebodyAsks() {
    String run = waitingForAnHour();
    routers.join(name()).await().indefinitely();
    await(() -> routers.claimed() > 0 && backlog.runs() == 0, "a run that rests");
    assertThat(poster.run(run).getString("state")).isEqualTo("waiting");

    var answer = poster.send("POST", "/runs/" + run + "/cancel", "");

    assertThat(answer.statusCode()).isEqualTo(202);
    awaitState(run, "cancelled");
  }

  @Test
  void givesUpWhatOthersHaveTakenOverWhileItWasNotHeard() {
    Hold hold = Hold.one();
    functions.script(
        "plain",
        (call, nth) ->
            nth == 1
                ? hold.answer(call, nth)
                : Uni.createFrom().item(ScriptedFunctions.succeeded("1")));
    String run = started(Poster.event("plain.wanted", "{}"));
    hold.awaitCalls();
    long before = epoch();

    routers.isTakenAway(run);
    hold.awaitCancellation();
    assertThat(functions.callsOf("plain")).hasSize(1);
    routers.isGivenBack();

    awaitState(run, "succeeded");
    assertThat(functions.callsOf("plain")).hasSize(2);
    assertThat(epoch()).as("the same life").isEqualTo(before);
    assertThat(lastEpoch("plain")).isGreaterThan(before);
  }

  private String waitingForAnHour() {
    Instant probe = Instant.now().plusSeconds(3_600);
    functions.script(
        "plain",
        (call, nth) -> Uni.createFrom().item(new CallResult.Refused("full", probe, false)));
    String run = started(Poster.event("plain.wanted", "{}"));
    awaitState(run, "waiting");
    return run;
  }

  private String started(Event event) {
    var answer = poster.post(event);
    assertThat(answer.statusCode()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void awaitState(String run, String state) {
    await(() -> state.equals(poster.run(run).getString("state")), "a run that is not " + state);
  }

  private static void await(BooleanSupplier truth, String what) {
    for (int i = 0; !truth.getAsBoolean(); i++) {
      assertThat(i).as("looks at %s", what).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private long epoch() {
    return lives.current().orElseThrow().epoch();
  }

  private String name() {
    return lives.current().orElseThrow().member().router();
  }
}
