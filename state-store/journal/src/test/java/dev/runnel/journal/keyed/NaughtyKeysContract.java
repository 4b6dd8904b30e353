package dev.runnel.journal.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.journal.NaughtyStrings;
import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.KeyedState.Brief;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.Leases.Held;
import dev.runnel.journal.keyed.Leases.Lease;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every store keeps under every name that it takes, and finds it again, and nothing else. */
public abstract class NaughtyKeysContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** One that knows nothing. */
  protected abstract KeyedWorld world(KeyedLimits limits);

  /** Those that can be keys: text of bounded length. */
  private static List<String> texts() {
    return NaughtyStrings.all().stream()
        .filter(text -> !text.isEmpty() && text.length() <= Draft.LONGEST_TYPE)
        .filter(text -> text.indexOf('\0') < 0)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
        .toList();
  }

  @Test
  void keepsValuesUnderEveryName() {
    KeyedState state = world(KeyedLimits.DEFAULTS).state();
    List<String> texts = texts();
    assertThat(texts).hasSizeGreaterThan(200);
    var expected = new HashMap<String, Entry>();
    for (String text : texts) {
      Data content = new Data(text, text.getBytes(StandardCharsets.UTF_8));
      var written =
          (Written) state.write(new Key("naughty", text), Draft.of(content)).await().indefinitely();
      expected.put(text, new Entry(written.version(), content, Optional.empty()));
    }

    expected.forEach(
        (text, entry) ->
            assertThat(state.read(new Key("naughty", text)).await().indefinitely())
                .contains(entry));
    assertThat(list(state, "", ""))
        .extracting(Brief::name)
        .containsExactlyElementsOf(texts.stream().sorted(Key.NAMES).toList());
    for (String text : texts) {
      assertThat(list(state, text, ""))
          .extracting(Brief::name)
          .containsExactlyElementsOf(
              texts.stream().filter(it -> it.startsWith(text)).sorted(Key.NAMES).toList());
    }
  }

  @Test
  void keepsLeasesAndCountersUnderEveryName() {
    KeyedWorld world = world(KeyedLimits.DEFAULTS);
    for (String text : texts()) {
      Key key = new Key(first(text, Key.LONGEST_CAPABILITY), text);
      Held held = (Held) world.leases().acquire(key, text, MINUTE).await().indefinitely();
      assertThat(world.leases().read(key).await().indefinitely())
          .contains(new Lease(text, held.token(), held.until()));

      Optional<String> operation = Optional.of(first(text, Counters.LONGEST_OPERATION));
      assertThat(world.counters().add(key, 3, operation).await().indefinitely())
          .isEqualTo(new Added(3));
      assertThat(world.counters().add(key, 3, operation).await().indefinitely())
          .isEqualTo(new Added(3));
      assertThat(world.counters().read(key).await().indefinitely()).contains(3L);
    }
  }

  /** As much of it as fits, without half of a surrogate pair. */
  private static String first(String text, int longest) {
    int end = Math.min(text.length(), longest);
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static List<Brief> list(KeyedState state, String prefix, String after) {
    return state.list(new Range("naughty", prefix, after, 1_000)).await().indefinitely();
  }
}
