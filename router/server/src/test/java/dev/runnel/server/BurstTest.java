package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A router that gets ten times as many events as it takes. */
@QuarkusTest
@TestProfile(BurstTest.Small.class)
class BurstTest extends RouterTest {

  private static final int MAX_ACTIVE = 40;
  private static final int EVENTS = 10 * MAX_ACTIVE;
  private static final int MAX_ROUNDS = 10_000;

  /** What a function takes at the same time, by default. */
  private static final int CONCURRENCY = 16;

  /** Few runs, and functions that take only so many calls. */
  public static final class Small implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.runs.max-active", "" + MAX_ACTIVE, "runnel.queues.limit-concurrency", "true");
    }
  }

  @Test
  void acceptsWhatItCanKeepAndRefusesTheRest() {
    Hold hold = Hold.of(CONCURRENCY);
    functions.script("plain", hold);

    List<HttpResponse<String>> answers = postAll(events());
    hold.awaitCalls();
    int calledAtOnce = functions.callsOf("plain").size();
    hold.release("1");
    awaitQuiet();

    List<HttpResponse<String>> accepted = with(202, answers);
    assertThat(accepted).hasSize(MAX_ACTIVE);
    assertThat(with(429, answers)).hasSize(EVENTS - MAX_ACTIVE).allSatisfy(BurstTest::saysWhen);
    assertThat(calledAtOnce).isEqualTo(CONCURRENCY);
    assertThat(accepted)
        .allSatisfy(run -> assertThat(poster.run(run).getString("state")).isEqualTo("succeeded"));
    assertThat(functions.callsOf("plain")).hasSize(MAX_ACTIVE);
  }

  @Test
  void losesNothingAndDoesNothingTwiceWhenSendersComeBack() {
    List<Event> left = events();
    int rounds = 0;

    while (!left.isEmpty()) {
      assertThat(rounds++).as("rounds of sending").isLessThan(MAX_ROUNDS);
      List<HttpResponse<String>> answers = postAll(left);
      assertThat(with(202, answers).size() + with(429, answers).size()).isEqualTo(left.size());
      left = refused(left, answers);
    }
    awaitQuiet();

    assertThat(functions.callsOf("plain")).extracting(Event::id).doesNotHaveDuplicates();
    assertThat(functions.callsOf("plain")).hasSize(EVENTS);
    assertThat(poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("state"))
        .isEqualTo("succeeded");
  }

  private static List<Event> events() {
    return Stream.generate(() -> Poster.event("plain.wanted", "{}")).limit(EVENTS).toList();
  }

  private List<HttpResponse<String>> postAll(List<Event> events) {
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    events.forEach(event -> answers.add(poster.postAsync(event)));
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static List<Event> refused(List<Event> events, List<HttpResponse<String>> answers) {
    return IntStream.range(0, events.size())
        .filter(i -> answers.get(i).statusCode() == 429)
        .mapToObj(events::get)
        .toList();
  }

  private static List<HttpResponse<String>> with(int status, List<HttpResponse<String>> answers) {
    return answers.stream().filter(answer -> answer.statusCode() == status).toList();
  }

  private static void saysWhen(HttpResponse<String> refused) {
    assertThat(refused.headers().firstValue("Retry-After"))
        .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
  }
}
