package dev.runnel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataHomeTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, '', /people/ann/.local/share/runnel",
    "Linux, /data, /data/runnel",
    "Mac OS X, '', /people/ann/Library/Application Support/runnel"
  })
  void isWhereTheSystemKeepsSuchThings(String system, String xdg, Path expected) {
    assertThat(DataHome.usual(system, Path.of("/people/ann"), Map.of("XDG_DATA_HOME", xdg)))
        .isEqualTo(expected);
  }
}
