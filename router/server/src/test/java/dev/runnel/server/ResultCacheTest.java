package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** Pure functions whose answers are used again. */
@QuarkusTest
class ResultCacheTest extends PutFunctions {

  private static final String PURE = "effects: pure, cache: PT1M, " + wants("price.asked");

  @Test
  void callsOnceForEventsThatSayTheSame() {
    put("price", manifest("price", PURE));
    functions.answers("price", "{\"euro\":7}");

    assertThat(asked("{\"item\":1,\"n\":2}").getInt("results.price.euro")).isEqualTo(7);
    assertThat(asked("{ \"n\": 2, \"item\": 1 }").getInt("results.price.euro")).isEqualTo(7);
    assertThat(functions.callsOf("price")).hasSize(1);

    asked("{\"item\":2,\"n\":2}");
    assertThat(functions.callsOf("price")).hasSize(2);
  }

  @Test
  void callsAgainWhenTheFunctionHasChanged() {
    put("price", manifest("price", PURE + ", priority: 4"));
    functions.answers("price", "1");
    asked("{\"changed\":true}");
    put("price", manifest("price", PURE + ", priority: 3"));
    functions.answers("price", "2");

    assertThat(asked("{\"changed\":true}").getInt("results.price")).isEqualTo(2);
  }

  @Test
  void keepsNoFailure() {
    put("price", manifest("price", PURE + ", retry: { attempts: 1 }"));
    functions.script(
        "price",
        (call, nth) ->
            Uni.createFrom()
                .item(
                    nth == 1
                        ? ScriptedFunctions.failed(422, "no")
                        : ScriptedFunctions.succeeded("5")));

    assertThat(asked("{\"failing\":true}").getString("failures.price.detail")).isEqualTo("no");
    assertThat(asked("{\"failing\":true}").getInt("results.price")).isEqualTo(5);
  }

  @Test
  void sendsTheEventsOfAKeptAnswerAsTheRunsOwn() {
    put("price", manifest("price", PURE + ", produces: [price.told]"));
    put("listener", manifest("listener", wants("price.told")));
    functions.emits("price", Event.of("x", "/p", "price.told", Data.json("{\"euro\":9}")));

    asked("{\"emitting\":true}");
    asked("{\"emitting\":true}");
    awaitQuiet();

    assertThat(functions.callsOf("price")).hasSize(1);
    assertThat(functions.callsOf("listener"))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.data().text()).isEqualTo("{\"euro\":9}"))
        .extracting(Event::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsHowOftenAnAnswerWasThere() {
    put("counted", manifest("counted", "effects: pure, cache: PT1M, " + wants("count.asked")));
    for (int i = 0; i < 3; i++) {
      poster.postAndWait(Poster.event("count.asked", "{}"));
    }

    String metrics = poster.get("/q/metrics").body();

    assertThat(metrics)
        .contains("runnel_result_cache_total{function=\"counted\",outcome=\"hit\"} 2.0")
        .contains("runnel_result_cache_total{function=\"counted\",outcome=\"miss\"} 1.0");
  }

  private JsonPath asked(String data) {
    return poster.postAndWait(Poster.event("price.asked", data));
  }
}
