package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers get while the journal is broken, and that nothing is left behind. */
@QuarkusTest
class JournalFaultTest extends RouterTest {

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSES_BEGIN", "THROWS_ON_BEGIN"})
  void acceptsNothingWhileNewRunsCannotBeWritten(Fault fault) {
    journal.breaks(fault);
    Event event = Poster.event("plain.wanted", "{}");

    HttpResponse<String> refused = poster.post(event);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("\"unavailable\"").doesNotContain("broken", "is down");
    assertThat(backlog.runs()).isZero();
    assertThat(functions.called()).isEmpty();

    journal.breaks(Fault.NONE);
    assertThat(poster.postAndWait(event).getString("state")).isEqualTo("succeeded");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSES_APPEND", "THROWS_ON_APPEND"})
  void givesUpARunThatCannotBeWrittenAndKeepsNobodyWaiting(Fault fault) {
    journal.breaks(fault);

    HttpResponse<String> accepted =
        poster.post(Poster.event("plain.wanted", "{}"), "Prefer", "wait=15");

    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(backlog.runs()).isZero();
  }

  @Test
  void callsNothingThatMustNotBeRepeatedBeforeTheCallIsWritten() {
    journal.breaks(Fault.REFUSES_APPEND);

    poster.post(Poster.event("charge.wanted", "{}"), "Prefer", "wait=15");

    assertThat(backlog.runs()).isZero();
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void writesAllThatOneRepeatableCallCameToAtOnce() {
    journal.appends();

    poster.postAndWait(Poster.event("plain.wanted", "{}"));

    assertThat(journal.appends()).isOne();
  }

  @Test
  void showsACallThatGoesOnBeforeItIsOver() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    journal.appends();

    poster.post(Poster.event("plain.wanted", "{}"));
    hold.awaitCalls();
    journal.awaitAppend();

    hold.release("{}");
    journal.awaitAppend();
  }

  @Test
  void givesUpTheOtherCallsOfARunThatCannotBeWritten() {
    Hold hold = Hold.one();
    functions.script("left", hold);
    functions.script(
        "right",
        (call, nth) -> {
          hold.awaitCalls();
          journal.breaks(Fault.REFUSES_APPEND);
          return Uni.createFrom().item(ScriptedFunctions.succeeded("1"));
        });

    poster.post(Poster.event("both.wanted", "{}"));

    hold.awaitCancellation();
  }

  @Test
  void saysWhenRunsCannotBeRead() {
    journal.breaks(Fault.REFUSES_READ);

    HttpResponse<String> response = poster.get("/runs/00000000000000000000000000000001");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
  }
}
