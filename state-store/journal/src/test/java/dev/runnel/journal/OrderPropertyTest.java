package dev.runnel.journal;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, order is kept, and nobody waits for ever. */
class OrderPropertyTest {

  /**
   * In the last one all would wait in a circle if what a redriven step holds up stayed in front.
   */
  static LongStream seeds() {
    return LongStream.concat(LongStream.range(0, 60), LongStream.of(297));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheOrderAndComesToAnEnd(long seed) {
    new OrderWorld(seed).live();
  }
}
