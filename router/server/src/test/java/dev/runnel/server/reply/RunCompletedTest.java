package dev.runnel.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.journal.ToldRun;
import dev.runnel.server.ToldPlans;
import org.junit.jupiter.api.Test;

/** The event that tells what came of a run. */
class RunCompletedTest {

  private static ToldRun told() {
    Event event = Event.of("1", "/tests", "wanted", Data.json("{}"));
    return ToldRun.of(ToldPlans.RETRY_FALLBACK_AND_NEED, event);
  }

  @Test
  void tellsTheResultsOfAllGoals() {
    ToldRun run =
        told()
            .started("first")
            .succeeded("first", "1.0")
            .started("before")
            .succeeded("before", "2")
            .started("last")
            .succeeded("last", "{\"big\":123456789012345678901234567890}");

    Event event = RunCompleted.of(run.run());

    assertThat(event.type()).isEqualTo("dev.runnel.run.completed");
    assertThat(event.source()).isEqualTo("/runs/run-1");
    assertThat(event.id()).isEqualTo("run-1.completed");
    assertThat(event.data().contentType()).isEqualTo("application/json");
    assertThat(event.data().text())
        .isEqualTo(
            """
            {"run":"run-1","state":"succeeded",\
            "results":{"first":1.0,"last":{"big":123456789012345678901234567890}},\
            "failures":{},"degraded":[]}""");
  }

  @Test
  void tellsFallbacksAndFailures() {
    ToldRun run =
        told()
            .started("first")
            .failed("first", 422)
            .started("first")
            .failed("first", 422)
            .started("before")
            .failed("before", 422);

    Event event = RunCompleted.of(run.run());

    assertThat(event.type()).isEqualTo("dev.runnel.run.failed");
    assertThat(event.id()).isEqualTo("run-1.failed");
    assertThat(event.data().text())
        .isEqualTo(
            """
            {"run":"run-1","state":"failed","results":{"first":[1.50]},\
            "failures":{"last":{"type":"urn:runnel:problem:dependency-failed",\
            "title":"A step that this one needs has no outcome","status":424,\
            "detail":"No outcome of before","instance":"/runs/run-1","code":"dependency-failed"}},\
            "degraded":["first"]}""");
  }

  @Test
  void tellsThatNothingCameOfACancelledRun() {
    Event event = RunCompleted.of(told().started("first").cancelled().run());

    assertThat(event.type()).isEqualTo("dev.runnel.run.failed");
    assertThat(event.data().text())
        .startsWith("{\"run\":\"run-1\",\"state\":\"cancelled\",\"results\":{},")
        .contains("\"first\":{\"type\":\"urn:runnel:problem:cancelled\"")
        .contains("\"last\":{\"type\":\"urn:runnel:problem:cancelled\"");
  }
}
