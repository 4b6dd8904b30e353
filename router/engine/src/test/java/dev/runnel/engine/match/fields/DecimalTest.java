package dev.runnel.engine.match.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {

  @Test
  void equalsWhatIsTheSameNumberWrittenOtherwise() {
    for (String three : List.of("300", "300.0", "3e2", "3.00E+2", "0.3e3", "300000e-3")) {
      assertThat(Decimal.of(three)).as(three).isEqualTo(Decimal.of("300"));
      assertThat(Decimal.of(three)).hasSameHashCodeAs(Decimal.of("300"));
    }
    assertThat(Decimal.of("-0.0")).isEqualTo(Decimal.of("0"));
  }

  @Test
  void tellsApartWhatRoundsToOneDouble() {
    assertThat(Decimal.of("9007199254740993")).isGreaterThan(Decimal.of("9007199254740992"));
    assertThat(Decimal.of("0.10000000000000000001")).isGreaterThan(Decimal.of("0.1"));
    assertThat(Decimal.of("1e400")).isGreaterThan(Decimal.of("1e399"));
    assertThat(Decimal.of("1e-400")).isGreaterThan(Decimal.of("1e-401"));
  }

  @Test
  void comparesAsDecimalsDo() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      String a = number(random);
      String b = random.nextInt(4) == 0 ? a + "0" : number(random);
      b = b.contains(".") || b.equals(a) ? b : number(random);
      assertThat(Integer.signum(Decimal.of(a).compareTo(Decimal.of(b))))
          .as("%s and %s", a, b)
          .isEqualTo(new BigDecimal(a).compareTo(new BigDecimal(b)));
    }
  }

  private static String number(Random random) {
    String whole = Long.toString(random.nextLong(-1_000, 1_000));
    return switch (random.nextInt(5)) {
      case 0 -> whole;
      case 1 -> whole + "." + random.nextInt(1_000);
      case 2 -> whole + "." + random.nextLong(Long.MAX_VALUE);
      case 3 -> whole + "e" + random.nextInt(-5, 25);
      default -> whole + "." + random.nextInt(10) + "E" + random.nextInt(-320, 320);
    };
  }
}
