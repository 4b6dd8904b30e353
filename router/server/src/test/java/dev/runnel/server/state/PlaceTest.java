package dev.runnel.server.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "/state/f/a, a",
    "/state/f/a/b, a/b",
    "/state/f/a%2Fb%2f, a/b/",
    "/state/f//, /",
    "/state/f/a+b, a+b",
    "/state/f/%E6%97%A5%F0%9F%9A%80, 日🚀",
    "/state/f/%25, %",
  })
  void isAFunctionAndAllThatFollows(String path, String name) {
    assertThat(Place.read(path)).isEqualTo(Reading.of(new Place("f", name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/state",
        "/state/f",
        "/state/f/%",
        "/state/f/%4",
        "/state/f/%4x",
        "/state/f/%+1",
        "/state/f/%\uff11\uff11",
        "/state/f/é",
        "/state/f/%C3",
        "/state/f/%C3%28",
        "/state/f/%ED%A0%80",
        "/state/f/%00",
        "/state/f/%7F",
        "/state/f/%C2%85"
      })
  void isNothingElse(String path) {
    assertThat(Place.read(path)).isInstanceOf(Reading.Refused.class);
  }

  /** Whatever bytes a path has: they are UTF-8 without control characters, or it is refused. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isReadFromAnyBytesOrRefused(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      var bytes = new byte[random.nextInt(1, 6)];
      random.nextBytes(bytes);
      var path = new StringBuilder("/state/f/");
      for (byte octet : bytes) {
        path.append("%%%02x".formatted(octet & 0xFF));
      }
      String text = new String(bytes, UTF_8);
      boolean kept =
          Arrays.equals(text.getBytes(UTF_8), bytes)
              && text.chars().noneMatch(Character::isISOControl);
      assertThat(Place.read(path.toString()).equals(Reading.of(new Place("f", text))))
          .as("seed %d: %s", seed, path)
          .isEqualTo(kept);
    }
  }
}
