package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run: every seed, what was once found among them, and some mutations of each. */
@Timeout(60)
class TargetsTest {

  private static final int INPUTS = 5_000;
  private static final Duration SOON = Duration.ofSeconds(2);

  @ParameterizedTest
  @EnumSource(Targets.class)
  void keepsItsWordForEverySeed(Targets target) {
    assertThat(target.seeds()).isNotEmpty().allSatisfy(target::run);
  }

  @ParameterizedTest
  @EnumSource(Targets.class)
  void keepsItsWordForMutations(Targets target) {
    var mutations = new Mutations(target.seeds(), 31);
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutations.next();
      long begin = System.nanoTime();
      assertThatCode(() -> target.run(input))
          .as(() -> new String(input, ISO_8859_1))
          .doesNotThrowAnyException();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }
  }
}
