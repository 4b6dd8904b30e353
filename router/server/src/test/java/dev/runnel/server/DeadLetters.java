package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

/** What every test of dead letters has: ways to make some, and to find its own among all. */
abstract class DeadLetters extends PutFunctions {

  /** Before everything that the test does. */
  final Instant begin = Instant.now();

  /** A run that has failed since this function did. */
  final String failed(String function, String type) {
    functions.fails(function, 422, "never");
    return poster.postAndWait(Poster.event(type, "{}")).getString("run");
  }

  final String begun(String type) {
    String location = Poster.location(poster.post(Poster.event(type, "{}")));
    return location.substring("/runs/".length());
  }

  final void awaitLetter() {
    for (int i = 0; ids("").isEmpty(); i++) {
      assertThat(i).as("looks for a dead letter").isLessThan(1_000);
    }
  }

  final HttpResponse<String> redrive(String letter, String query, String... headers) {
    return poster.send("POST", "/dead-letters/" + letter + "/redrive" + query, "", headers);
  }

  final HttpResponse<String> resume(String run, String query, String... headers) {
    return poster.send("POST", "/runs/" + run + "/resume" + query, "", headers);
  }

  final String only() {
    List<String> ids = ids("");
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  /** The dead letters of this test. */
  final String mine(String more) {
    return "/dead-letters?since=" + begin + more;
  }

  final List<String> ids(String more) {
    return json(poster.get(mine(more))).getList("deadLetters.id");
  }

  final List<String> runs(String uri) {
    return json(poster.get(uri)).getList("deadLetters.run");
  }
}
