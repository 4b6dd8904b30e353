package dev.runnel.engine.match.fields;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextMapTest {

  /** Texts of the same hash code: "Aa" and "BB" have one, and so have all that are made of them. */
  private static final String[] ALIKE = {"AaAaAa", "AaAaBB", "AaBBAa", "AaBBBB", "BBBBBB"};

  @Test
  void holdsWhatAnotherMapHolds() {
    var random = new Random(5);
    var expected = new HashMap<String, Integer>();
    TextMap<Integer> map = TextMap.empty();
    for (int i = 0; i < 50_000; i++) {
      String text = random.nextInt(10) == 0 ? ALIKE[i % ALIKE.length] : "t" + random.nextInt(3_000);
      Integer value = random.nextInt(3) == 0 ? null : i;
      map = map.with(text, before -> value);
      if (value == null) {
        expected.remove(text);
      } else {
        expected.put(text, value);
      }
    }

    assertThat(contents(map)).isEqualTo(expected);
    for (Map.Entry<String, Integer> one : expected.entrySet()) {
      assertThat(map.get(one.getKey())).isEqualTo(one.getValue());
    }
  }

  @Test
  void neverChanges() {
    TextMap<Integer> one = TextMap.<Integer>empty().with("a", before -> 1);
    TextMap<Integer> two = one.with("a", before -> before + 1).with("b", before -> 3);

    assertThat(contents(one)).isEqualTo(Map.of("a", 1));
    assertThat(contents(two)).isEqualTo(Map.of("a", 2, "b", 3));
    assertThat(one.with("a", before -> null).isEmpty()).isTrue();
    assertThat(one.with("c", before -> null).isEmpty()).isFalse();
  }

  @Test
  void findsAPartOfATextAndBytes() {
    TextMap<Integer> map = TextMap.<Integer>empty().with("order", before -> 1);
    byte[] bytes = "{\"order\": 1}".getBytes(US_ASCII);

    assertThat(map.get(bytes, 2, 7, "order".hashCode())).isEqualTo(1);
    assertThat(map.get(bytes, 2, 6, "orde".hashCode())).isNull();
    assertThat(map.get("reorders", 2, 7, "order".hashCode())).isEqualTo(1);
    assertThat(map.get("reorders", 3, 8, "rders".hashCode())).isNull();
  }

  private static Map<String, Integer> contents(TextMap<Integer> map) {
    var contents = new HashMap<String, Integer>();
    map.forEach(contents::put);
    return contents;
  }
}
