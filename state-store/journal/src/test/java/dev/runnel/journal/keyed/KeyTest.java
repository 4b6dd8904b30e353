package dev.runnel.journal.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be a key, a type, a range. */
class KeyTest {

  private static final List<String> NO_TEXTS = List.of("a\0", "\uD83D", "x\uDE00y");

  @Test
  void takesEveryTextOfItsLength() {
    for (String name : List.of("a", "x".repeat(512), "😀".repeat(256), "../'\n%_ \uFFFF")) {
      assertThat(new Key("agents", name).name()).isEqualTo(name);
    }
  }

  @Test
  void refusesWhatIsEmptyOrTooLong() {
    for (String name : List.of("", "x".repeat(513))) {
      assertRefused(
          "the key has %d characters; expected 1 to 512".formatted(name.length()),
          () -> new Key("agents", name));
    }
    assertRefused("the capability has 129", () -> new Key("x".repeat(129), "a"));
    assertRefused("the name of the lease has 0", () -> new Fence("", 1));
    assertRefused("the content type has 256", () -> Draft.of(new Data("x".repeat(256), bytes())));
    assertRefused("1001 keys", () -> new Range("agents", "", "", 1_001));
    assertRefused("0 keys", () -> new Range("agents", "", "", 0));
    assertRefused("the prefix has 513", () -> new Range("agents", "x".repeat(513), "", 1));
  }

  @Test
  void refusesWhatNoDatabaseKeeps() {
    for (String text : NO_TEXTS) {
      String why = "has a NUL or half a surrogate pair";
      assertRefused(why, () -> new Key("agents", text));
      assertRefused(why, () -> new Key(text, "a"));
      assertRefused(why, () -> new Fence(text, 1));
      assertRefused(why, () -> Draft.of(new Data(text, bytes())));
      assertRefused(why, () -> new Range("agents", text, "", 1));
      assertRefused(why, () -> new Range("agents", "", text, 1));
    }
  }

  @Test
  void refusesNumbersThatWereNeverGivenOut() {
    assertRefused("version 0", () -> new Condition.Version(0));
    assertRefused("token 0", () -> new Fence("leader", 0));
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    Draft draft = Draft.of(Data.NONE);
    for (Duration ttl : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(3651))) {
      assertRefused("the time to live is", () -> draft.lasting(ttl));
    }
    assertThat(draft.lasting(Duration.ofMillis(1)).ttl()).contains(Duration.ofMillis(1));
  }

  private static byte[] bytes() {
    return new byte[0];
  }

  private static void assertRefused(String why, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
