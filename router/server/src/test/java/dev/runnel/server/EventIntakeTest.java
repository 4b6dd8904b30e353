package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of good events: accepted once, whoever sends them how often. */
@QuarkusTest
class EventIntakeTest extends RouterTest {

  @Test
  void acceptsABinaryEvent() {
    HttpResponse<String> response = poster.post(Poster.event("plain.wanted", "{}"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(Poster.location(response)).matches("/runs/[0-9a-f]{32}");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void acceptsAStructuredEvent() {
    HttpResponse<String> response =
        poster.postStructured(
            """
            {"specversion":"1.0","id":"structured-1","source":"/tests","type":"plain.wanted",
             "data":{"a":1}}""");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(Poster.location(response)).startsWith("/runs/");
  }

  @Test
  void showsTheRunAtItsLocation() {
    Event event = Poster.event("plain.wanted", "{}");
    HttpResponse<String> response = poster.post(event);
    poster.postAndWait(event);

    HttpResponse<String> run = poster.get(Poster.location(response));

    assertThat(run.statusCode()).isEqualTo(200);
    assertThat(run.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(run.body())
        .startsWith("{\"id\":\"" + Poster.location(response).substring("/runs/".length()))
        .contains("\"state\":\"succeeded\"", "\"id\":\"" + event.id() + "\"");
  }

  @Test
  void acceptsAnEventThatNobodyWantsWithoutARun() {
    HttpResponse<String> response = poster.post(Poster.event("nobody.wants", "{}"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(response.body()).isEmpty();
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void doesNotRememberAnEventThatNobodyWanted() {
    Event unwanted = Poster.event("nobody.wants", "{}");
    poster.post(unwanted);

    HttpResponse<String> wanted = poster.post(unwanted.with(Map.of("type", "plain.wanted")));

    assertThat(wanted.headers().firstValue("Location")).isPresent();
  }

  @Test
  void acceptsJsonThatIsNotJsonInABinaryEvent() {
    Event opaque = Poster.event("plain.wanted", "{not json");

    assertThat(poster.postAndWait(opaque).getString("state")).isEqualTo("succeeded");
    assertThat(functions.callsOf("plain").getFirst().data()).isEqualTo(opaque.data());
  }

  @Test
  void passesFormsOnAsTheyCame() {
    String form = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
    HttpResponse<String> response =
        poster.send(
            "POST",
            "/",
            form,
            "ce-specversion",
            "1.0",
            "ce-id",
            "form-1",
            "ce-source",
            "/tests",
            "ce-type",
            "plain.wanted",
            "Content-Type",
            "multipart/form-data; boundary=x",
            "Prefer",
            "wait=15");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(functions.callsOf("plain").getFirst().data().text()).isEqualTo(form);
  }

  @Test
  void attachesADuplicateToTheFirstRun() {
    Event event = Poster.event("plain.wanted", "{}");
    HttpResponse<String> first = poster.post(event);

    HttpResponse<String> again = poster.post(event.with(Map.of("subject", "another")));

    assertThat(Poster.location(again)).isEqualTo(Poster.location(first));
    poster.postAndWait(event);
    assertThat(functions.called()).containsExactly("plain");
  }

  @Test
  void givesADuplicateItsOwnPreference() {
    Event event = Poster.event("plain.wanted", "{}");
    functions.answers("plain", "42");
    String run = Poster.location(poster.post(event)).substring("/runs/".length());

    assertThat(poster.postAndWait(event).getString("run")).isEqualTo(run);
  }

  @Test
  void tellsEventsOfOtherSourcesApart() {
    Event event = Poster.event("plain.wanted", "{}");

    String here = Poster.location(poster.post(event));
    String there = Poster.location(poster.post(event.with(Map.of("source", "/elsewhere"))));

    assertThat(here).isNotEqualTo(there);
  }

  @Test
  void runsAnEventOnceHoweverManySendItAtTheSameTime() {
    Event event = Poster.event("plain.wanted", "{}");

    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 50).mapToObj(i -> poster.postAsync(event)).toList();

    assertThat(answers.stream().map(CompletableFuture::join).map(Poster::location).distinct())
        .hasSize(1);
    poster.postAndWait(event);
    assertThat(functions.called()).containsExactly("plain");
  }

  @Test
  void answersEveryOneOfManyGoodAndBadRequests() {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? poster.postAsync(Poster.event("plain.wanted", "{}"), "Prefer", "wait=15")
                        : poster.postAsync(Poster.event("plain.wanted", "{}"), "ce-time", "never"))
            .toList();

    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join().statusCode()).isEqualTo(i % 2 == 0 ? 200 : 400);
    }
    assertThat(answers.stream().map(answer -> answer.join().body()).distinct()).hasSize(101);
  }
}
