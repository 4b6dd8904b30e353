package dev.runnel.journal;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, order is kept, and nobody waits for ever. */
class OrderPropertyTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheOrderAndComesToAnEnd(long seed) {
    new OrderWorld(seed).live();
  }
}
