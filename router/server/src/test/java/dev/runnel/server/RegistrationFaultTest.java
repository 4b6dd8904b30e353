package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.server.ScriptedManifests.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Functions that are put while the journal breaks, or while another router changes it. */
@QuarkusTest
class RegistrationFaultTest extends PutFunctions {

  private static final int MAX_LOOKS = 200;

  @Test
  void changesNothingThatIsNotWritten() {
    put("hello", manifest("hello", ""));
    manifests.breaks(Fault.REFUSES_APPEND);

    HttpResponse<String> changed = put("hello", manifest("hello", "priority: 1"));
    HttpResponse<String> created = put("other", manifest("other", ""));
    HttpResponse<String> deleted = delete("hello");

    for (HttpResponse<String> refused : List.of(changed, created, deleted)) {
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("\"unavailable\"").doesNotContain("is down");
    }
    assertThat(shown("hello").getInt("manifest.priority")).isEqualTo(5);
    assertThat(put()).containsExactly("hello");
  }

  @Test
  void findsOutWhatWasWrittenWhenTheAnswerWasLost() {
    manifests.breaks(Fault.LOSES_THE_ANSWER);
    assertThat(put("hello", manifest("hello", "")).statusCode()).isEqualTo(503);
    manifests.breaks(Fault.NONE);

    HttpResponse<String> again = put("hello", manifest("hello", ""));

    assertThat(again.statusCode()).as(again.body()).isIn(200, 201);
    assertThat(put()).containsExactly("hello");
  }

  @Test
  void seesWhatAnotherRouterHasWritten() {
    put("hello", manifest("hello", ""));
    String document = manifest("foreign", "priority: 7, " + wants("foreign.wanted"));
    manifests.other(new Change("foreign", Source.PUT, false, document), Change.removal("hello"));

    HttpResponse<String> mine = put("mine", manifest("mine", "dependencies: [foreign]"));

    assertThat(mine.statusCode()).as(mine.body()).isEqualTo(201);
    assertThat(put()).containsExactly("foreign", "mine");
    assertThat(shown("foreign").getInt("manifest.priority")).isEqualTo(7);
    functions.answers("foreign", "7");
    assertThat(poster.postAndWait(Poster.event("foreign.wanted", "{}")).getInt("results.foreign"))
        .isEqualTo(7);
  }

  @Test
  void takesOverWhatAnotherRouterHasWrittenWithoutAChangeOfItsOwn() {
    put("hello", manifest("hello", ""));
    String document = manifest("foreign", wants("foreign.wanted"));
    manifests.other(new Change("foreign", Source.PUT, false, document), Change.removal("hello"));

    for (int look = 0; look < MAX_LOOKS && !put().equals(List.of("foreign")); look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    assertThat(put()).containsExactly("foreign");
    functions.answers("foreign", "7");
    assertThat(poster.postAndWait(Poster.event("foreign.wanted", "{}")).getInt("results.foreign"))
        .isEqualTo(7);
  }

  @Test
  void judgesByWhatAnotherRouterHasWritten() {
    put("hello", manifest("hello", ""));
    manifests.other(Change.removal("hello"));

    assertThat(onlyError(put("mine", manifest("mine", "dependencies: [hello]"))))
        .contains("there is no function \"hello\"");
  }
}
