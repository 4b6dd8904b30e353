package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The list of dead letters, made anew on demand. */
@QuarkusTest
class RebuildTest extends DeadLetters {

  private static final String PATH = "/dead-letters/rebuild";

  @Test
  void makesTheListAnew() {
    failed("stubborn", "stubborn.wanted");
    String letter = only();
    int before = journal.rebuilds();

    HttpResponse<String> rebuilt = rebuild("wait=15");

    assertThat(rebuilt.statusCode()).as(rebuilt.body()).isEqualTo(204);
    assertThat(rebuilt.headers().firstValue("Preference-Applied")).contains("wait");
    assertThat(journal.rebuilds()).isEqualTo(before + 1);
    assertThat(only()).isEqualTo(letter);
  }

  @Test
  void goesOnWithoutTheCallerAndJoinsWhoAsksMeanwhile() {
    var end = new CompletableFuture<Void>();
    journal.rebuildsUntil(end);
    int before = journal.rebuilds();

    HttpResponse<String> first = rebuild("");
    HttpResponse<String> second = rebuild("wait=0");
    end.complete(null);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(journal.rebuilds()).isEqualTo(before + 1);
    assertThat(rebuild("wait=15").statusCode()).isEqualTo(204);
    assertThat(journal.rebuilds()).isEqualTo(before + 2);
  }

  @Test
  void saysWhenTheJournalCannotBeReadAndTriesAgainWhenAsked() {
    journal.breaks(Fault.REFUSES_READ);
    HttpResponse<String> refused = rebuild("wait=15");
    journal.breaks(Fault.NONE);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(rebuild("wait=15").statusCode()).isEqualTo(204);
  }

  @Test
  void namesTheRunsThatItCannotRead() {
    String broken = "0".repeat(32);
    journal.cannotRead(broken);

    HttpResponse<String> rebuilt = rebuild("wait=15");
    HttpResponse<String> listed = poster.get("/runs");
    journal.cannotRead("");

    assertThat(rebuilt.statusCode()).isEqualTo(200);
    assertThat(rebuilt.body()).isEqualTo("{\"unreadable\":[\"%s\"]}".formatted(broken));
    assertThat(listed.body()).contains("\"unreadable\":[\"%s\"]".formatted(broken));
    assertThat(poster.get("/runs").body()).doesNotContain("unreadable");
  }

  private HttpResponse<String> rebuild(String preference) {
    return poster.send("POST", PATH, "", "Prefer", preference);
  }
}
