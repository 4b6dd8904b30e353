package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everybody sees who looks at the members. */
public abstract class MembersContract {

  protected abstract Members members();

  /** As another router sees them, if there is one. */
  protected Members other() {
    return members();
  }

  @Test
  void seesItself() {
    assertThat(members().view().members()).contains(members().self()).doesNotHaveDuplicates();
  }

  @Test
  void seesTheOtherAsItSeesThis() {
    bothSeeBoth();
    assertThat(members().view().coordinator()).isEqualTo(other().view().coordinator());
    assertThat(members().view().members()).contains(members().view().coordinator());
  }

  private void bothSeeBoth() {
    Soon.holds(
        "both see both",
        () ->
            members().view().members().contains(other().self())
                && members().view().members().equals(other().view().members()));
  }

  @Test
  void findsTheOwnerOfAKey() {
    bothSeeBoth();
    for (int i = 0; i < 100; i++) {
      CacheKey key = new CacheKey("orders", "k" + i);
      Soon.holds(
          "one owner of " + key,
          () ->
              members().owner(key).isPresent() && members().owner(key).equals(other().owner(key)));
      assertThat(members().view().members()).contains(members().owner(key).orElseThrow());
    }
  }

  @Test
  void givesEachMemberItsShare() {
    bothSeeBoth();
    for (String member : members().view().members()) {
      assertThat(
              IntStream.range(0, 400)
                  .mapToObj(i -> members().owner(new CacheKey("orders", "k" + i)).orElseThrow())
                  .filter(member::equals))
          .as("of 400 keys, those of " + member)
          .hasSizeGreaterThan(400 / members().view().members().size() / 3);
    }
  }

  @Test
  void tellsThePresentViewFirst() {
    Queue<View> told = new ConcurrentLinkedQueue<>();
    View before = members().view();
    try (Subscription _ = members().listen(told::add)) {
      Soon.holds("a view is told", () -> !told.isEmpty());
      assertThat(told.element().number()).isGreaterThanOrEqualTo(before.number());
    }
  }

  @Test
  void remembersViews() {
    assertThat(members().history())
        .hasSizeBetween(1, View.REMEMBERED)
        .isSortedAccordingTo((one, next) -> Long.compare(next.number(), one.number()));
  }
}
