package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.OpenApiTest.Case;
import dev.runnel.server.ScriptedJournal.Fault;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every answer there is about dead letters. */
record DeadLetterCases(Poster poster, ScriptedFunctions functions, ScriptedJournal journal) {

  private static final String UNKNOWN = "00000000000000000000000000000000";

  /**
   * All of them.
   *
   * @param over gives a run that is over and has no dead letter
   */
  Stream<Case> all(Supplier<String> over) {
    return Stream.of(resumed(over), letters(), rebuilt(), letter()).flatMap(cases -> cases);
  }

  private Stream<Case> resumed(Supplier<String> over) {
    String path = "/runs/{id}/resume";
    return Stream.of(
        new Case("POST", path, () -> resume(over.get(), "")),
        new Case("POST", path, () -> resume(failed("stubborn"), "")),
        new Case("POST", path, () -> resume(failed("pay"), "")),
        new Case("POST", path, () -> resume(UNKNOWN, "?version=1")),
        new Case("POST", path, () -> resume(UNKNOWN, "")),
        new Case("POST", path, broken(() -> resume(UNKNOWN, ""))));
  }

  private Stream<Case> letters() {
    String path = "/dead-letters";
    String redrive = "/dead-letters/redrive";
    return Stream.of(
        new Case("GET", path, () -> listedLetters(failed("stubborn"))),
        new Case("GET", path, () -> poster.get(path + "?limit=0")),
        new Case("GET", path, broken(() -> poster.get(path))),
        new Case("POST", redrive, () -> poster.send("POST", redrive + "?function=pay&limit=1", "")),
        new Case("POST", redrive, () -> poster.send("POST", redrive + "?function=stubborn", "")),
        new Case("POST", redrive, () -> poster.send("POST", redrive, "")),
        new Case("POST", redrive, broken(() -> poster.send("POST", redrive + "?code=a", ""))));
  }

  private Stream<Case> rebuilt() {
    String path = "/dead-letters/rebuild";
    return Stream.of(
        new Case("POST", path, () -> poster.send("POST", path, "", "Prefer", "wait=15")),
        new Case("POST", path, () -> rebuiltSlowly(path)),
        new Case("POST", path, illegible(() -> poster.send("POST", path, "", "Prefer", "wait=15"))),
        new Case("GET", "/dead-letters", illegible(() -> poster.get("/dead-letters"))),
        new Case("GET", "/runs", illegible(() -> poster.get("/runs"))),
        new Case("POST", path, () -> poster.send("POST", path + "?since=now", "")),
        new Case("POST", path, broken(() -> poster.send("POST", path, "", "Prefer", "wait=15"))));
  }

  /** While a run cannot be read. */
  private Supplier<HttpResponse<String>> illegible(Supplier<HttpResponse<String>> request) {
    return () -> {
      journal.cannotRead("0".repeat(32));
      try {
        return request.get();
      } finally {
        journal.cannotRead("");
      }
    };
  }

  private HttpResponse<String> rebuiltSlowly(String path) {
    var end = new CompletableFuture<Void>();
    journal.rebuildsUntil(end);
    HttpResponse<String> answer = poster.send("POST", path, "");
    end.complete(null);
    return answer;
  }

  private Stream<Case> letter() {
    String path = "/dead-letters/{id}";
    String redrive = path + "/redrive";
    return Stream.of(
        new Case("GET", path, () -> poster.get(letterOf(failed("stubborn")))),
        new Case("GET", path, () -> poster.get("/dead-letters/" + UNKNOWN)),
        new Case("GET", path, broken(() -> poster.get("/dead-letters/" + UNKNOWN + ".1"))),
        new Case("DELETE", path, () -> poster.send("DELETE", letterOf(failed("pay")), "")),
        new Case("DELETE", path, () -> poster.send("DELETE", "/dead-letters/" + UNKNOWN, "")),
        new Case(
            "DELETE",
            path,
            broken(() -> poster.send("DELETE", "/dead-letters/" + UNKNOWN + ".1", ""))),
        new Case("POST", redrive, () -> redrive(letterOf(failed("stubborn")), "")),
        new Case(
            "POST", redrive, () -> redrive(letterOf(failed("stubborn")), "", "Prefer", "wait=15")),
        new Case("POST", redrive, () -> redrive(letterOf(failed("pay")), "")),
        new Case("POST", redrive, () -> redrive("/dead-letters/" + UNKNOWN, "?version=1")),
        new Case("POST", redrive, () -> redrive("/dead-letters/" + UNKNOWN, "")),
        new Case("POST", redrive, broken(() -> redrive("/dead-letters/" + UNKNOWN + ".1", ""))));
  }

  /** The request while the journal cannot be read. */
  private Supplier<HttpResponse<String>> broken(Supplier<HttpResponse<String>> request) {
    return () -> {
      journal.breaks(Fault.REFUSES_READ);
      return request.get();
    };
  }

  /** A run in which this function has failed; before pay, another is undone. */
  private String failed(String function) {
    functions.fails(function, 422, "never");
    return poster.postAndWait(Poster.event(function + ".wanted", "{}")).getString("run");
  }

  /** The path of the run's one dead letter. */
  private String letterOf(String run) {
    JsonPath list = JsonPath.from(poster.get("/dead-letters?limit=1000").body());
    return "/dead-letters/" + list.getString("deadLetters.find { it.run == '" + run + "' }.id");
  }

  private HttpResponse<String> listedLetters(String run) {
    assertThat(letterOf(run)).contains(run);
    return poster.get("/dead-letters?limit=1");
  }

  private HttpResponse<String> resume(String run, String query) {
    return poster.send("POST", "/runs/" + run + "/resume" + query, "");
  }

  private HttpResponse<String> redrive(String letter, String query, String... headers) {
    return poster.send("POST", letter + "/redrive" + query, "", headers);
  }
}
