package dev.runnel.server.runs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.journal.ToldRun;
import dev.runnel.server.ToldPlans;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs as people see them. */
class RunDocumentTest {

  private static ToldRun told() {
    Event event = Event.of("1", "/tests", "wanted", Data.json("{\"secret\":1}"));
    return ToldRun.of(ToldPlans.RETRY_FALLBACK_AND_NEED, event);
  }

  @Test
  void tellsOfRetriesFallbacksAndSkippedSteps() throws IOException {
    ToldRun over =
        told()
            .started("first")
            .failed("first", 503)
            .timerFired("first")
            .started("first")
            .failed("first", 503)
            .started("first")
            .succeeded("first", "{\"a\":1.10}")
            .started("before")
            .failed("before", 422);

    assertThat(document(over)).isEqualTo(golden("run-document-over.json"));
  }

  @Test
  void tellsOfARunThatGoesOn() throws IOException {
    ToldRun waiting = told().started("first").failed("first", 503).started("before");

    assertThat(document(waiting)).isEqualTo(golden("run-document-going-on.json"));
  }

  @Test
  void showsAsWaitingWhatIsWantedAndHasNotBegunForLong() {
    Instant later = ToldRun.BEGIN.plusSeconds(10);

    assertThat(document(told(), ToldRun.BEGIN)).contains("\"state\":\"running\",\"root\"");
    assertThat(document(told(), later)).contains("\"state\":\"waiting\",\"root\"");
    assertThat(document(told().started("first"), later)).contains("\"state\":\"running\",\"root\"");
  }

  @Test
  void endsTheAttemptsOfACancelledRun() {
    ToldRun cancelled = told().started("first").started("before").cancelled();

    assertThat(document(cancelled))
        .contains("\"state\":\"cancelled\"")
        .contains("\"ended\":\"2026-02-28T09:00:03Z\",\"problem\":")
        .doesNotContain("running");
  }

  @Test
  void showsAnOutcomeThatIsNotJsonAsBase64() {
    ToldRun run =
        told().started("first").succeeded("first", new Data("text/plain", "ab".getBytes(UTF_8)));

    assertThat(document(run))
        .contains("\"outcome\":{\"datacontenttype\":\"text/plain\",\"data_base64\":\"YWI=\"}");
  }

  private static String document(ToldRun run) {
    return document(run, Instant.MIN);
  }

  private static String document(ToldRun run, Instant known) {
    return new String(RunDocument.of(run.events(), List.of(), known), UTF_8);
  }

  /** The file's text without its line breaks and indents. */
  private static String golden(String name) throws IOException {
    try (InputStream in = RunDocumentTest.class.getResourceAsStream("/cases/" + name)) {
      if (in == null) {
        throw new AssertionError("no file cases/" + name);
      }
      String text = new String(in.readAllBytes(), UTF_8);
      return text.lines().map(String::strip).collect(Collectors.joining());
    }
  }
}
