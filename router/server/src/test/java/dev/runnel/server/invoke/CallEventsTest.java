package dev.runnel.server.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.journal.ToldRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The event that a function gets, at each turn of its step. */
class CallEventsTest {

  private static final String MANIFESTS =
      """
      name: report
      description: needs both
      runtime: jvm
      handler: some.Code#report
      timeout: 2s
      dependencies: [ facts, figures ]
      input: all
      retry: { attempts: 1 }
      fallback: [ short-report ]
      triggers: [ { filters: [] } ]
      ---
      name: short-report
      description: does with figures
      runtime: jvm
      handler: some.Code#shortReport
      dependencies: [ figures ]
      input: { output-of: figures }
      ---
      { name: facts, description: is needed, runtime: jvm, handler: some.Code#facts,
        retry: { attempts: 1 } }
      ---
      { name: figures, description: is needed, runtime: jvm, handler: some.Code#figures,
        retry: { attempts: 1 }, compensate: forget }
      ---
      { name: forget, description: undoes figures, runtime: jvm, handler: some.Code#forget }
      """;

  private static final Event EVENT =
      Event.of("1", "/tests", "any", Data.json("{ \"a\": 1.0 }")).with(Map.of("runnelhops", "2"));

  private static final long EPOCH = 7;

  private static final Instant NOW = ToldRun.BEGIN.plusSeconds(10);

  private final ToldRun told = ToldRun.of(MANIFESTS, EVENT);

  @Test
  void keepsTheOriginalEventAndAddsWhatTheCallIs() {
    Event call =
        CallEvents.of(told.started("facts").run(), "facts", new CallEvents.Attempt(1, NOW, EPOCH));

    assertThat(call.data()).isEqualTo(EVENT.data());
    assertThat(call.attributes())
        .containsAllEntriesOf(EVENT.attributes())
        .containsEntry("runnelrun", "run-1")
        .containsEntry("runnelepoch", "7")
        .containsEntry("runnelstep", "facts")
        .containsEntry("runnelattempt", "1")
        .containsEntry("runnelkey", "run-1/facts/facts")
        .containsEntry("runnelhops", "2");
  }

  @Test
  void givesTheTimeThatIsLeft() {
    told.started("facts").succeeded("facts", "1").started("figures").succeeded("figures", "2");
    told.started("report");

    assertThat(
            CallEvents.of(told.run(), "report", new CallEvents.Attempt(1, NOW, EPOCH))
                .attribute("runneldeadline"))
        .isEqualTo("2026-02-28T09:00:12Z");
    Instant late = ToldRun.BEGIN.plus(Duration.ofHours(1)).minusSeconds(1);
    assertThat(
            CallEvents.of(told.run(), "report", new CallEvents.Attempt(1, late, EPOCH))
                .attribute("runneldeadline"))
        .isEqualTo("2026-02-28T10:00:00Z");
  }

  @Test
  void givesAllResultsToWhoWantsThem() {
    told.started("facts").succeeded("facts", "1").started("figures").succeeded("figures", "[2.0]");
    told.started("report");

    assertThat(
            CallEvents.of(told.run(), "report", new CallEvents.Attempt(1, NOW, EPOCH))
                .data()
                .text())
        .contains("\"data\":{ \"a\": 1.0 }}")
        .endsWith(",\"results\":{\"facts\":1,\"figures\":[2.0]}}");
  }

  @Test
  void givesAFallbackItsOwnInputUnderItsOwnKey() {
    told.started("facts").failed("facts", 422).started("figures").succeeded("figures", "[2.0]");
    told.started("report");

    Event call = CallEvents.of(told.run(), "report", new CallEvents.Attempt(1, NOW, EPOCH));

    assertThat(call.data()).isEqualTo(Data.json("[2.0]"));
    assertThat(call.attribute("runnelstep")).isEqualTo("report");
    assertThat(call.attribute("runnelkey")).isEqualTo("run-1/report/short-report");
  }

  @Test
  void givesNothingForAnOutputThatIsMissing() {
    told.started("facts").succeeded("facts", "1").started("figures").failed("figures", 422);
    told.started("report");

    assertThat(CallEvents.of(told.run(), "report", new CallEvents.Attempt(1, NOW, EPOCH)).data())
        .isEqualTo(Data.NONE);
  }

  @Test
  void givesWhoUndoesWhatWasDone() {
    told.started("facts").failed("facts", 422).started("figures").succeeded("figures", "[2.0]");
    told.started("report").failed("report", 422).started("figures");

    Event call = CallEvents.of(told.run(), "figures", new CallEvents.Attempt(2, NOW, EPOCH));

    assertThat(call.attribute("runnelkey")).isEqualTo("run-1/figures/forget");
    assertThat(call.attribute("runnelattempt")).isEqualTo("2");
    assertThat(call.data().text())
        .endsWith(
            ",\"outcome\":[2.0],\"problem\":{\"code\":\"dependency-failed\","
                + "\"detail\":\"No outcome of facts\"}}");
  }
}
