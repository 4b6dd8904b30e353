package dev.runnel.contract.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys are shared evenly, and stay where they are. */
class RendezvousTest {

  private static final List<String> THREE = List.of("router-0", "router-1", "router-2");
  private static final List<String> TWO = List.of("router-2", "router-0");
  private static final int KEYS = 3_000;

  @Test
  void sharesEvenly() {
    for (String name : THREE) {
      assertThat(keys().filter(key -> Rendezvous.owner(THREE, "orders", key).equals(name)).count())
          .isBetween(KEYS / 3L - KEYS / 20, KEYS / 3L + KEYS / 20);
    }
  }

  @Test
  void movesOnlyTheKeysOfWhoLeaves() {
    assertThat(keys())
        .allSatisfy(
            key -> {
              String before = Rendezvous.owner(THREE, "orders", key);
              if (!before.equals("router-1")) {
                assertThat(Rendezvous.owner(TWO, "orders", key)).isEqualTo(before);
              }
            });
  }

  @Test
  void saysTheSameInWhicheverOrderTheNamesAre() {
    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(Rendezvous.owner(THREE.reversed(), "orders", key))
                    .isEqualTo(Rendezvous.owner(THREE, "orders", key)));
  }

  @Test
  void needsSomebody() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rendezvous.owner(List.of(), "g", "k"));
  }

  private static Stream<String> keys() {
    return IntStream.range(0, KEYS).mapToObj(Integer::toString);
  }
}
