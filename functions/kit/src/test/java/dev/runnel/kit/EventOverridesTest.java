package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventOverridesTest {

  @Test
  void addsItsExtensionsAndReplacesThoseOfTheSameName() {
    Event event = Event.of("1", "/s", "t", Data.NONE).with(Map.of("region", "us", "mood", "good"));

    Event sent =
        EventOverrides.parse("{\"extensions\": {\"region\": \"eu\", \"zone\": \"b\"}}").on(event);

    assertThat(sent)
        .isEqualTo(event.with(Map.of("region", "eu", "zone", "b")))
        .extracting(each -> each.attribute("mood"))
        .isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"extensions\": {}}", "{\"other\": 1}"})
  void mayBeNone(String json) {
    assertThat(EventOverrides.parse(json)).isEqualTo(EventOverrides.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hush | is not JSON",
        "`` | is other JSON",
        "[] | is other JSON",
        "{'extensions': []} | is other JSON",
        "{'extensions': {'hush': 1}} | is not a text",
        "{'extensions': {'type': 'hush'}} | no extension",
        "{'extensions': {'datacontenttype': 'hush'}} | no extension",
        "{'extensions': {'Not Allowed': 'hush'}} | no event may have",
        "{'extensions': {'a': ''}} | no event may have",
      })
  void stopsTheStartForWhatNoEventCanHave(String json, String expected) {
    assertThatThrownBy(() -> EventOverrides.parse(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("K_CE_OVERRIDES")
        .hasMessageContaining(expected);
  }
}
