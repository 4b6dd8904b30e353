package dev.runnel.contract.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How suspicion grows with silence. */
class PhiAccrualTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Of the normal distribution with mean 1,000 ms and deviation 200 ms, by its table. */
  @ParameterizedTest
  @CsvSource({"1000, 0.3010", "1200, 0.7995", "1400, 1.6430", "1600, 2.8697", "800, 0.0750"})
  void isMinusTheLogarithmOfTheChanceThatASignStillComes(long silence, double phi) {
    var detector = regular();

    assertThat(detector.phi(at(100_000 + silence))).isCloseTo(phi, within(0.05));
  }

  @Test
  void growsWithoutBoundAndNeverFalls() {
    var detector = regular();
    double before = -1;
    for (long silence = 0; silence < 1_000_000; silence += 50) {
      double phi = detector.phi(at(100_000 + silence));
      assertThat(phi).isFinite().isGreaterThanOrEqualTo(before).isNotNegative();
      before = phi;
    }
    assertThat(before).isGreaterThan(1_000);
  }

  @Test
  void isMorePatientWithTheIrregular() {
    var irregular = new PhiAccrual(SECOND, Duration.ofMillis(1), 0);
    var random = new Random(7);
    long now = 0;
    for (int i = 0; i < 200; i++) {
      now += 200 + random.nextInt(1_600);
      irregular.heard(at(now));
    }

    assertThat(irregular.phi(at(now + 2_000))).isLessThan(4);
    assertThat(regular().phi(at(102_000))).isGreaterThan(6);
  }

  @Test
  void forgetsHowItWasLongAgo() {
    var detector = new PhiAccrual(SECOND, Duration.ofMillis(100), 0);
    long now = 0;
    for (int i = 0; i < 300; i++) {
      now += i < 150 ? 10_000 : 100;
      detector.heard(at(now));
    }

    assertThat(detector.phi(at(now + 1_000))).isGreaterThan(8);
  }

  @Test
  void expectsTheFirstSignsInTime() {
    var detector = new PhiAccrual(SECOND, Duration.ofMillis(1), 0);

    assertThat(detector.phi(at(500))).isLessThan(0.1);
    assertThat(detector.phi(at(3_000))).isGreaterThan(8);
  }

  /** Signs each second for a hundred seconds; a deviation of 200 ms is held against nobody. */
  private static PhiAccrual regular() {
    var detector = new PhiAccrual(SECOND, Duration.ofMillis(200), 0);
    for (int i = 1; i <= 100; i++) {
      detector.heard(at(i * 1_000L));
    }
    return detector;
  }

  private static long at(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
