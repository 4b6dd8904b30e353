package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chains of functions, seen from outside. */
@QuarkusTest
class ChainTest extends RouterTest {

  @Test
  void givesEachMemberTheOutcomeBeforeIt() {
    functions.answers("language", "\"de\"");
    functions.answers("draft", "{\"text\":1.0}");
    functions.answers("review", "[\"fine\"]");
    functions.answers("print", "\"printed\"");

    JsonPath result = poster.postAndWait(Poster.event("publish.wanted", "{\"by\":\"Ada\"}"));

    assertThat(functions.called()).containsExactly("language", "draft", "review", "print");
    assertThat(dataOf("draft")).isEqualTo("\"de\"");
    assertThat(dataOf("review")).isEqualTo("{\"text\":1.0}");
    assertThat(dataOf("print")).isEqualTo("[\"fine\"]");
    assertThat(functions.callsOf("print").getFirst().type()).isEqualTo("publish.wanted");
    assertThat(result.getMap("results")).isEqualTo(Map.of("publish", "printed"));
    JsonPath run = poster.run(result.getString("run"));
    assertThat(run.getString("steps.find { it.id == 'print' }.after")).isEqualTo("review");
    assertThat(run.getMap("steps.find { it.id == 'publish' }.needs"))
        .isEqualTo(Map.of("draft", "draft", "review", "review", "print", "print"));
    assertThat(run.getList("steps.find { it.id == 'publish' }.attempts")).isEmpty();
  }

  @Test
  void endsWithTheFirstFailureAndFallsBack() {
    functions.fails("review", 422, "unreadable");

    JsonPath result = poster.postAndWait(Poster.event("publish.wanted", "{}"));

    assertThat(functions.called()).containsExactly("language", "draft", "review");
    assertThat(result.getMap("results")).isEqualTo(Map.of("publish", "unpublished"));
    assertThat(result.getList("degraded")).isEqualTo(List.of("publish"));
    assertThat(
            poster.run(result.getString("run")).getString("steps.find { it.id == 'print' }.state"))
        .isEqualTo("skipped");
  }

  @Test
  void givesUpTheSlowerOneAndGoesOn() {
    Hold slow = Hold.one();
    functions.script("far", slow);
    functions.answers("near", "{\"price\":1.50}");

    JsonPath result =
        poster.postAndWait(Poster.event("order.wanted", "{\"item\":\"tea\",\"more\":1}"));

    slow.awaitCancellation();
    assertThat(result.getString("state")).isEqualTo("succeeded");
    assertThat(dataOf("near")).isEqualTo("{\"item\":\"tea\"}");
    assertThat(dataOf("order")).endsWith(",\"results\":{\"quotes\":{\"price\":1.50}}}");
    assertThat(poster.run(result.getString("run")).getString("steps.find { it.id == 'far' }.state"))
        .isEqualTo("cancelled");
  }

  private String dataOf(String function) {
    Event call = functions.callsOf(function).getFirst();
    return call.data().text();
  }
}
