package dev.runnel.server.invoke.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheKey;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWithResults;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {

  private static final FunctionManifest EVENT = function("event");
  private static final FunctionManifest ALL = function("all");

  @Test
  void isTheSameForAnotherEventThatSaysTheSame() {
    CacheKey one =
        key(EVENT, event("1", "{\"a\":1,\"b\":2}", Map.of("time", "2026-02-28T09:30:00Z")));
    CacheKey other =
        key(
            EVENT,
            event(
                "2",
                "{ \"b\": 2, \"a\": 1 }",
                Map.of("runnelrun", "7", "traceparent", "x", "knativearrivaltime", "y")));

    assertThat(other).isEqualTo(one);
    assertThat(one.group()).isEqualTo("f");
  }

  @Test
  void isAnotherForWhateverTheFunctionMayAnswerDifferently() {
    Event event = event("1", "{\"a\":1}", Map.of());
    CacheKey key = key(EVENT, event);

    assertThat(key(EVENT, event("1", "{\"a\":2}", Map.of()))).isNotEqualTo(key);
    assertThat(key(EVENT, event("1", "{\"a\":1}", Map.of("region", "eu")))).isNotEqualTo(key);
    assertThat(key(EVENT, event.with(new Data("text/plain", event.data().bytes()))))
        .isNotEqualTo(key);
    assertThat(AnswerKey.of(EVENT, "2", event)).isNotEqualTo(key);
    assertThat(key(EVENT, event("1", "{\"event\":{\"id\":1}}", Map.of())))
        .isNotEqualTo(key(EVENT, event("1", "{\"event\":{\"id\":2}}", Map.of())));
  }

  @Test
  void looksIntoTheEventOfAFunctionThatGetsAll() {
    CacheKey key = key(ALL, withResults("1", "{\"a\":1}", "5"));

    assertThat(key(ALL, withResults("2", "{\"a\":1}", "5"))).isEqualTo(key);
    assertThat(key(ALL, withResults("1", "{\"a\":1}", "6"))).isNotEqualTo(key);
    assertThat(key(ALL, withResults("1", "{\"a\":2}", "5"))).isNotEqualTo(key);
  }

  private static CacheKey key(FunctionManifest function, Event event) {
    return AnswerKey.of(function, "1", event);
  }

  private static Event event(String id, String json, Map<String, String> more) {
    return Event.of(id, "/me", "asked", Data.json(json)).with(more);
  }

  private static Event withResults(String id, String json, String result) {
    Event event = event(id, json, Map.of());
    return event.with(EventWithResults.data(event, Map.of("needed", Data.json(result))));
  }

  private static FunctionManifest function(String input) {
    String manifest =
        "{ name: f, runtime: http, handler: \"http://localhost/f\", effects: pure, cache: PT1M, input: %s }"
            .formatted(input);
    return (FunctionManifest)
        ManifestReader.read("test", manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .declared()
            .getFirst()
            .manifest();
  }
}
