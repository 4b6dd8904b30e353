package dev.runnel.kit.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of state does, as functions see it. Each test has keys of its own. */
public abstract class StateContract {

  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;

  /** Something that is kept. */
  public record Tally(int count, String by) {}

  /** The store; the same for all tests of a class, or a fresh one. */
  protected abstract StateStore store();

  private State state() {
    return new State(store(), new ObjectMapper());
  }

  @Test
  void keepsWhatWasPut() {
    State state = state();
    long first = state.put("keeps/a", new Tally(1, "日本"));

    assertThat(state.get("keeps/a", Tally.class))
        .contains(new Versioned<>(first, new Tally(1, "日本")));
    long second = state.put("keeps/a", new Tally(2, ""));
    assertThat(second).isGreaterThan(first);
    assertThat(state.get("keeps/a", Tally.class).orElseThrow().value().count()).isEqualTo(2);
    assertThat(state.get("keeps/b", Tally.class)).isEmpty();
  }

  @Test
  void keepsBytesAsTheyAre() {
    byte[] bytes = {0, -1, 13, 10};
    state().put("bytes", bytes);

    assertThat(state().get("bytes", byte[].class).orElseThrow().value()).isEqualTo(bytes);
    assertThatIllegalArgumentException().isThrownBy(() -> state().get("bytes", Tally.class));
  }

  @Test
  void keepsTheTypeOfABody() {
    var body = new Body("text/plain;charset=utf-8", "x".getBytes(UTF_8));

    Change change =
        store().write("typed", body, Expected.ANYTHING, Optional.of(Duration.ofHours(1)));

    assertThat(change).isInstanceOf(Change.Made.class);
    assertThat(store().read("typed").orElseThrow().body()).isEqualTo(body);
  }

  @Test
  void setsOnlyWhatWasCompared() {
    State state = state();
    long first = state.compareAndSet("set", 0, "one").orElseThrow();

    assertThat(state.compareAndSet("set", 0, "two")).isEmpty();
    long second = state.compareAndSet("set", first, "two").orElseThrow();
    assertThat(state.compareAndSet("set", first, "three")).isEmpty();
    assertThat(state.get("set", String.class)).contains(new Versioned<>(second, "two"));
  }

  @Test
  void neverUsesAVersionAgain() {
    State state = state();
    long first = state.put("again", 1);
    assertThat(state.remove("again")).isTrue();
    long second = state.put("again", 1);

    assertThat(second).isNotEqualTo(first);
    assertThat(state.compareAndSet("again", first, 2)).isEmpty();
  }

  @Test
  void removes() {
    State state = state();
    long first = state.put("gone", 1);
    long second = state.put("gone", 2);

    assertThat(state.remove("gone", first)).isFalse();
    assertThat(state.remove("gone", second)).isTrue();
    assertThat(state.get("gone", Integer.class)).isEmpty();
    assertThat(state.remove("gone")).isFalse();
    assertThat(state.remove("gone", second)).isFalse();
  }

  @Test
  void losesNoUpdateOfMany() {
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<CompletableFuture<Void>> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(writer -> CompletableFuture.runAsync(this::addSeveral, threads))
              .toList();
      writers.forEach(CompletableFuture::join);
    }

    assertThat(state().get("sum", Integer.class).orElseThrow().value()).isEqualTo(WRITERS * ROUNDS);
  }

  private void addSeveral() {
    for (int round = 0; round < ROUNDS; round++) {
      state().update("sum", Integer.class, before -> before.orElse(0) + 1);
    }
  }

  @Test
  void givesUpAnUpdateThatIsOvertakenEachTime() {
    State state = state();

    assertThatExceptionOfType(StateContended.class)
        .isThrownBy(
            () ->
                state.update(
                    "contended",
                    Integer.class,
                    before -> {
                      state.put("contended", 7);
                      return 1;
                    }))
        .withMessageContaining("100 times");
    assertThat(state.get("contended", Integer.class).orElseThrow().value()).isEqualTo(7);
  }

  @Test
  void listsInTheOrderOfCodePoints() {
    State state = state();
    List<String> keys = List.of("list/", "list/a", "list/a/b", "list/b", "list/\uffee", "list/🚀");
    var versions = new ArrayList<Long>();
    keys.reversed().forEach(key -> versions.addFirst(state.put(key, "12")));
    state.put("lisu", 1);

    List<Listed> all = state.list("list/", "", 100);
    assertThat(all).extracting(Listed::key).isEqualTo(keys);
    assertThat(all).extracting(Listed::version).isEqualTo(versions);
    assertThat(all).extracting(Listed::size).containsOnly(4);
    assertThat(state.list("list/", "", 2)).isEqualTo(all.subList(0, 2));
    assertThat(state.list("list/", "list/a", 2)).isEqualTo(all.subList(2, 4));
    assertThat(state.list("list/", "list/🚀", 2)).isEmpty();
    assertThat(state.list("none of them", "", 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a//b", "/", "a/../b", "...", "100%", "a+b c", "?x=1#y", "日本 🚀", "%2F", "\u202e", "~*'\"&"
      })
  void takesOddKeys(String key) {
    State state = state();
    long version = state.put("odd" + key, key);
    long own = state.put(key, key);

    assertThat(state.get("odd" + key, String.class)).contains(new Versioned<>(version, key));
    assertThat(state.get(key, String.class)).contains(new Versioned<>(own, key));
    assertThat(state.list("odd" + key, "", 1)).extracting(Listed::key).containsExactly("odd" + key);
    assertThat(state.remove("odd" + key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a\nb", "a\u0000", "\u0085"})
  void refusesKeysThatAreNone(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state().put(key, 1))
        .withMessageContaining("512");
  }

  @Test
  void refusesWhatIsTooLarge() {
    State state = state();
    state.put("k".repeat(512), new byte[1 << 20]);

    assertThatIllegalArgumentException().isThrownBy(() -> state.put("k".repeat(513), 1));
    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> state.put("large", new byte[(1 << 20) + 1]))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(413));
    assertThatIllegalArgumentException().isThrownBy(() -> state.put("a", 1, Duration.ofMillis(9)));
    assertThatIllegalArgumentException().isThrownBy(() -> state.put("a", 1, Duration.ofDays(367)));
    assertThatIllegalArgumentException().isThrownBy(() -> state.list("", "", 1_001));
  }
}
