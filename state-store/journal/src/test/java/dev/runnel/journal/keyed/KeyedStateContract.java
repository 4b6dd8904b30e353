package dev.runnel.journal.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.KeyedState.Brief;
import dev.runnel.journal.keyed.KeyedState.Conflict;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Removing;
import dev.runnel.journal.keyed.KeyedState.Writing;
import dev.runnel.journal.keyed.KeyedState.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything keeps that keeps values by key. */
public abstract class KeyedStateContract {

  private static final Key KEY = new Key("agents", "a/1");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int CALLERS = 16;
  private static final int TRIES = 200;

  /** One that knows nothing. */
  protected abstract KeyedWorld world(KeyedLimits limits);

  private KeyedWorld world;
  private KeyedState state;

  @BeforeEach
  void begin() {
    world = world(KeyedLimits.DEFAULTS);
    state = world.state();
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(read(KEY)).isEmpty();
    assertThat(list("", "", 10)).isEmpty();
    assertThat(remove(KEY, Condition.ALWAYS)).isEqualTo(new Removed(OptionalLong.empty()));
  }

  @Test
  void givesBackWhatWasWritten() {
    for (Data content :
        List.of(
            Data.json("{}"),
            Data.NONE,
            new Data(null, new byte[] {0, -1}),
            new Data("", bytes(0)))) {
      long version = write(KEY, content);

      assertThat(read(KEY)).contains(new Entry(version, content, Optional.empty()));
    }
  }

  @Test
  void tellsWhatIsNewFromWhatIsChanged() {
    assertThat(write(KEY, Draft.of(text("1"))))
        .isInstanceOf(Written.class)
        .satisfies(created(true));
    assertThat(write(KEY, Draft.of(text("2")))).satisfies(created(false));
    remove(KEY, Condition.ALWAYS);
    assertThat(write(KEY, Draft.of(text("3")))).satisfies(created(true));
  }

  @Test
  void keepsCapabilitiesApart() {
    Key other = new Key("cost", KEY.name());
    write(KEY, text("1"));

    assertThat(read(other)).isEmpty();
    write(other, text("2"));
    assertThat(content(KEY)).isEqualTo(text("1"));
    assertThat(list("", "", 10)).hasSize(1);
  }

  @Test
  void writesWhereNothingStands() {
    Draft first = Draft.of(text("1")).when(Condition.ABSENT);
    long version = ((Written) write(KEY, first)).version();

    assertThat(write(KEY, first)).isEqualTo(new Conflict(OptionalLong.of(version)));
  }

  @Test
  void writesWhereSomethingStands() {
    Draft draft = Draft.of(text("1")).when(Condition.PRESENT);
    assertThat(write(KEY, draft)).isEqualTo(new Conflict(OptionalLong.empty()));
    write(KEY, text("0"));

    assertThat(write(KEY, draft)).isInstanceOf(Written.class);
    assertThat(content(KEY)).isEqualTo(text("1"));
  }

  @Test
  void writesOverTheVersionThatWasRead() {
    long first = write(KEY, text("1"));
    Draft draft = Draft.of(text("2")).when(new Condition.Version(first));
    assertThat(write(KEY, draft)).isInstanceOf(Written.class);

    long second = read(KEY).orElseThrow().version();
    assertThat(second).isGreaterThan(first);
    assertThat(write(KEY, draft)).isEqualTo(new Conflict(OptionalLong.of(second)));
    assertThat(content(KEY)).isEqualTo(text("2"));
  }

  @Test
  void removesUnderAConditionOnly() {
    long version = write(KEY, text("1"));
    Conflict conflict = new Conflict(OptionalLong.of(version));
    assertThat(remove(KEY, Condition.ABSENT)).isEqualTo(conflict);
    assertThat(remove(KEY, new Condition.Version(version + 1))).isEqualTo(conflict);

    assertThat(remove(KEY, new Condition.Version(version)))
        .isEqualTo(new Removed(OptionalLong.of(version)));

    assertThat(read(KEY)).isEmpty();
    assertThat(remove(KEY, Condition.PRESENT)).isEqualTo(new Conflict(OptionalLong.empty()));
    assertThat(remove(KEY, Condition.ABSENT)).isEqualTo(new Removed(OptionalLong.empty()));
  }

  @Test
  void neverShowsAVersionAgain() {
    long first = write(KEY, text("1"));
    remove(KEY, Condition.ALWAYS);
    long second = write(KEY, text("1"));

    assertThat(second).isGreaterThan(first);
    assertThat(write(KEY, Draft.of(text("2")).when(new Condition.Version(first))))
        .isEqualTo(new Conflict(OptionalLong.of(second)));
  }

  @Test
  void forgetsWhatHasExpired() {
    long version = ((Written) write(KEY, Draft.of(text("1")).lasting(HOUR))).version();
    assertThat(read(KEY).orElseThrow().expires()).isPresent();
    assertThat(list("", "", 10)).hasSize(1);

    world.pass(HOUR);

    assertThat(read(KEY)).isEmpty();
    assertThat(list("", "", 10)).isEmpty();
    Conflict nothing = new Conflict(OptionalLong.empty());
    assertThat(write(KEY, Draft.of(text("2")).when(new Condition.Version(version))))
        .isEqualTo(nothing);
    assertThat(remove(KEY, Condition.PRESENT)).isEqualTo(nothing);
    assertThat(write(KEY, Draft.of(text("2")).when(Condition.ABSENT))).satisfies(created(true));
    assertThat(read(KEY).orElseThrow().expires()).isEmpty();
  }

  @Test
  void listsInTheOrderOfCodePoints() {
    List<String> names = List.of("B", "a", "a%", "a%b", "a/1", "aa", "ab", "a\uFFFD", "a😀", "b");
    List<Long> versions =
        names.reversed().stream().map(it -> write(new Key("agents", it), text(it))).toList();

    assertThat(list("", "", 100)).extracting(Brief::name).isEqualTo(names);
    assertThat(list("", "", 100)).extracting(Brief::version).isEqualTo(versions.reversed());
    assertThat(list("a%", "", 100)).extracting(Brief::size).containsExactly(2, 3);
    assertThat(list("a", "aa", 100))
        .extracting(Brief::name)
        .containsExactly("ab", "a\uFFFD", "a😀");
    assertThat(list("a", "B", 2)).extracting(Brief::name).containsExactly("a", "a%");
    assertThat(list("a", "b", 100)).isEmpty();
    assertThat(list("😀", "", 100)).isEmpty();
  }

  @Test
  void listsInPages() {
    IntStream.range(0, 25).forEach(i -> write(new Key("agents", "k%02d".formatted(i)), text("1")));
    var all = new ArrayList<String>();
    for (String after = ""; all.isEmpty() || !after.isEmpty(); ) {
      List<Brief> page = list("k", after, 10);
      page.forEach(it -> all.add(it.name()));
      after = page.size() < 10 ? "" : page.getLast().name();
    }

    assertThat(all).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    int size = KeyedState.LARGEST_BODY;
    write(KEY, new Data(null, bytes(size)));

    assertThat(write(KEY, Draft.of(new Data(null, bytes(size + 1)))))
        .isEqualTo(new QuotaExceeded(QuotaExceeded.What.BODY, size, size + 1));
    assertThat(content(KEY).bytes()).hasSize(size);
  }

  @Test
  void refusesMoreKeysThanACapabilityMayHave() {
    state = world(new KeyedLimits(2, 1_000, 1, 1, 1)).state();
    Key third = new Key("agents", "3");
    write(KEY, text("1"));
    write(new Key("agents", "2"), text("2"));

    assertThat(write(third, Draft.of(text("3"))))
        .isEqualTo(new QuotaExceeded(QuotaExceeded.What.KEYS, 2, 2));
    write(new Key("cost", "3"), text("3"));
    write(KEY, text("another"));
    remove(KEY, Condition.ALWAYS);
    write(third, text("3"));
  }

  @Test
  void refusesMoreBytesThanACapabilityMayHave() {
    state = world(new KeyedLimits(9, 10, 1, 1, 1)).state();
    Key second = new Key("agents", "2");
    write(KEY, text("123456"));
    write(second, text("1234"));

    QuotaExceeded full = new QuotaExceeded(QuotaExceeded.What.BYTES, 10, 10);
    assertThat(write(second, Draft.of(text("12345")))).isEqualTo(full);
    assertThat(write(new Key("agents", "3"), Draft.of(text("1")))).isEqualTo(full);
    write(KEY, text("12345"));
    write(second, text("12345"));
    write(new Key("agents", "3"), text(""));
  }

  @Test
  void losesNoUpdateOfManyThatChangeOneKey() throws Exception {
    write(KEY, text("0"));

    List<Integer> written =
        Together.all(
            CALLERS,
            caller -> () -> (int) IntStream.range(0, TRIES).filter(i -> increment()).count());

    int sum = written.stream().mapToInt(Integer::intValue).sum();
    assertThat(sum).isPositive();
    assertThat(content(KEY)).isEqualTo(text("" + sum));
  }

  /** Whether nobody was faster. */
  private boolean increment() {
    Entry entry = read(KEY).orElseThrow();
    Data next = text("" + (Integer.parseInt(entry.content().text()) + 1));
    Writing writing = write(KEY, Draft.of(next).when(new Condition.Version(entry.version())));
    assertThat(writing).isInstanceOfAny(Written.class, Conflict.class);
    return writing instanceof Written;
  }

  @Test
  void writesManyKeysAtOnceAndEachOfThemOften() {
    List<CompletableFuture<Writing>> writes =
        IntStream.range(0, 600)
            .mapToObj(i -> state.write(new Key("agents", "k" + i % 200), Draft.of(text("" + i))))
            .map(write -> write.subscribeAsCompletionStage())
            .toList();

    assertThat(writes.stream().map(it -> ((Written) it.join()).version())).doesNotHaveDuplicates();
    assertThat(list("", "", 1_000)).hasSize(200);
  }

  private static Consumer<Writing> created(boolean expected) {
    return writing -> assertThat(((Written) writing).created()).isEqualTo(expected);
  }

  private static Data text(String text) {
    return new Data("text/plain", text.getBytes(UTF_8));
  }

  private static byte[] bytes(int size) {
    return new byte[size];
  }

  private Optional<Entry> read(Key key) {
    return state.read(key).await().indefinitely();
  }

  private Data content(Key key) {
    return read(key).orElseThrow().content();
  }

  private long write(Key key, Data content) {
    return ((Written) write(key, Draft.of(content))).version();
  }

  private Writing write(Key key, Draft draft) {
    return state.write(key, draft).await().indefinitely();
  }

  private Removing remove(Key key, Condition condition) {
    return state.remove(key, condition, Optional.empty()).await().indefinitely();
  }

  private List<Brief> list(String prefix, String after, int limit) {
    return state.list(new Range("agents", prefix, after, limit)).await().indefinitely();
  }
}
