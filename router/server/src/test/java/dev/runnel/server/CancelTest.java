package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that somebody ends. */
@QuarkusTest
class CancelTest extends RouterTest {

  @Test
  void endsARunAndTheCallThatGoesOn() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();

    HttpResponse<String> accepted = cancel(run, "");

    hold.awaitCancellation();
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(accepted.body()).isEmpty();
    assertThat(Poster.location(accepted)).isEqualTo("/runs/" + run);
    JsonPath document = poster.run(run);
    assertThat(document.getString("state")).isEqualTo("cancelled");
    assertThat(document.getString("steps[0].state")).isEqualTo("cancelled");
    assertThat(document.getString("steps[0].attempts[0].problem.code")).isEqualTo("cancelled");
  }

  @Test
  void endsARunWhoseCallMayNotBeRepeated() {
    Hold hold = Hold.one();
    functions.script("charge", hold);
    String run = begun("charge.wanted");
    hold.awaitCalls();

    assertThat(cancel(run, "").statusCode()).isEqualTo(202);

    hold.awaitCancellation();
    assertThat(poster.run(run).getString("state")).isEqualTo("cancelled");
    assertThat(functions.called()).containsExactly("charge");
  }

  @Test
  void showsTheRunToACallerThatWaits() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();

    HttpResponse<String> over = cancel(run, "", "Prefer", "wait=15");

    assertThat(over.statusCode()).isEqualTo(200);
    assertThat(over.headers().firstValue("Preference-Applied")).contains("wait");
    assertThat(JsonPath.from(over.body()).getString("state")).isEqualTo("cancelled");
  }

  @Test
  void tellsACallerThatCannotWaitSoLongWhereToLook() {
    Hold undoing = Hold.one();
    String run = begunPaying(undoing);

    HttpResponse<String> early = cancel(run, "?compensate=true", "Prefer", "wait=0");

    assertThat(early.statusCode()).isEqualTo(202);
    assertThat(early.headers().firstValue("Preference-Applied")).isEmpty();
    undoing.release("null");
  }

  @Test
  void undoesWhatWasDoneWhereThatIsWanted() {
    Hold undoing = Hold.one();
    String run = begunPaying(undoing);

    assertThat(cancel(run, "?compensate=true").statusCode()).isEqualTo(202);
    undoing.awaitCalls();
    assertThat(poster.run(run).getString("state")).isEqualTo("running");
    assertThat(cancel(run, "?compensate=true").statusCode()).isEqualTo(202);
    undoing.release("null");

    assertThat(cancel(run, "", "Prefer", "wait=15").statusCode()).isEqualTo(200);
    assertThat(functions.called()).containsExactly("book", "pay", "release");
    assertThat(poster.run(run).getList("steps.state", String.class))
        .containsExactly("compensated", "cancelled");
  }

  @Test
  void leavesWhatWasDoneOtherwise() {
    String run = begunPaying(Hold.one());

    assertThat(cancel(run, "", "Prefer", "wait=15").statusCode()).isEqualTo(200);

    assertThat(functions.called()).containsExactly("book", "pay");
    assertThat(poster.run(run).getList("steps.state", String.class))
        .containsExactly("succeeded", "cancelled");
  }

  @Test
  void showsARunThatIsCancelledAlready() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();
    cancel(run, "");

    HttpResponse<String> again = cancel(run, "");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(poster.get("/runs/" + run).body());
  }

  @Test
  void doesNotCancelWhatIsOver() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    HttpResponse<String> refused = cancel(run, "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JsonPath.from(refused.body()).getString("code")).isEqualTo("run-is-over");
    assertThat(poster.run(run).getString("state")).isEqualTo("succeeded");
  }

  @Test
  void saysWhenNobodyConductsTheRun() {
    journal.breaks(Fault.REFUSES_APPEND);
    String run = begun("plain.wanted");
    awaitQuiet();

    HttpResponse<String> refused = cancel(run, "");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void saysWhenTheWishCannotBeWritten() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();
    journal.breaks(Fault.REFUSES_APPEND);

    assertThat(cancel(run, "").statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "?compensate=yes, compensate",
    "?compensate=, compensate",
    "?compensate=true&compensate=true, compensate",
    "?now=true, now"
  })
  void refusesAWishThatIsNotClear(String query, String path) {
    HttpResponse<String> refused = cancel("00000000000000000000000000000000", query);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JsonPath.from(refused.body()).getString("code")).isEqualTo("malformed-query");
    assertThat(JsonPath.from(refused.body()).getString("path")).isEqualTo(path);
  }

  private String begun(String type) {
    String location = Poster.location(poster.post(Poster.event(type, "{}")));
    return location.substring("/runs/".length());
  }

  /** A run that has booked, and is about to pay. */
  private String begunPaying(Hold undoing) {
    Hold paying = Hold.one();
    functions.script("pay", paying);
    functions.script("release", undoing);
    String run = begun("pay.wanted");
    paying.awaitCalls();
    return run;
  }

  private HttpResponse<String> cancel(String run, String query, String... headers) {
    return poster.send("POST", "/runs/" + run + "/cancel" + query, "", headers);
  }
}
