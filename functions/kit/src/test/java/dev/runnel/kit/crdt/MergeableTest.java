package dev.runnel.kit.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each of these states is for, and where it ends. */
class MergeableTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void countsWhatAllHaveAddedApart() {
    GrowOnlyCounter here = GrowOnlyCounter.ZERO.add("a", 2).add("a", 3);
    GrowOnlyCounter there = GrowOnlyCounter.ZERO.add("b", 4);

    assertThat(here.merge(there).merge(here).value()).isEqualTo(9);
    assertThatThrownBy(() -> here.add("a", -1)).hasMessageContaining("only grows");
    assertThatThrownBy(() -> here.add("a", Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void countsDownToo() {
    PositiveNegativeCounter here = PositiveNegativeCounter.ZERO.add("a", 5).add("a", -7);

    assertThat(here.merge(PositiveNegativeCounter.ZERO.add("b", 1)).value()).isEqualTo(-1);
  }

  @Test
  void keepsWhatWasAddedWhileAnotherRemovedIt() {
    ObservedRemoveSet both = ObservedRemoveSet.EMPTY.add("a", "x").add("a", "y");
    ObservedRemoveSet removed = both.remove("x").remove("y");
    ObservedRemoveSet added = both.add("b", "x");

    assertThat(removed.merge(added).values()).containsExactly("x");
    assertThat(removed.merge(added).contains("y")).isFalse();
    assertThat(removed.merge(both).values()).isEmpty();
  }

  @Test
  void keepsNothingOfWhatWasRemoved() {
    ObservedRemoveSet set = ObservedRemoveSet.EMPTY;
    for (int i = 0; i < 1_000; i++) {
      set = set.add("a", "e" + i).remove("e" + i);
    }

    assertThat(set.elements()).isEmpty();
    assertThat(set.seen()).containsExactly(Map.entry("a", 1_000L));
  }

  @Test
  void letsTheLastWriterWinAlsoWhereItsClockIsBehind() {
    LastWriterWinsMap<String> first = LastWriterWinsMap.<String>empty().put("a", NOW, "k", "one");
    LastWriterWinsMap<String> second = first.put("b", NOW.minusSeconds(60), "k", "two");

    assertThat(first.merge(second).get("k")).contains("two");
    assertThat(second.remove("b", NOW.minusSeconds(60), "k").merge(first).get("k")).isEmpty();
    assertThat(first.merge(LastWriterWinsMap.<String>empty().put("c", NOW, "k", "three")).get("k"))
        .contains("three");
  }

  @Test
  void areWrittenAsJson() throws IOException {
    var counter = PositiveNegativeCounter.ZERO.add("a", 5).add("b", -7);
    var set = ObservedRemoveSet.EMPTY.add("a", "x").add("b", "x").add("b", "y");
    var map = LastWriterWinsMap.<String>empty().put("a", NOW, "k", "v").put("a", NOW, "l", "w");
    map = map.remove("a", NOW, "l");

    assertThat(JSON.readValue(JSON.writeValueAsBytes(counter), PositiveNegativeCounter.class))
        .isEqualTo(counter);
    assertThat(JSON.readValue(JSON.writeValueAsBytes(set), ObservedRemoveSet.class)).isEqualTo(set);
    assertThat(
            JSON.readValue(
                JSON.writeValueAsBytes(map), new TypeReference<LastWriterWinsMap<String>>() {}))
        .isEqualTo(map);
  }

  @Test
  void haveALimit() {
    Map<String, Long> replicas =
        IntStream.rangeClosed(0, Replicas.MOST)
            .boxed()
            .collect(Collectors.toMap(i -> "r" + i, i -> 1L));

    assertThatThrownBy(() -> new GrowOnlyCounter(replicas))
        .hasMessage("there are 1001 replicas, at most 1000 fit into one state");
  }
}
