package dev.runnel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameLockTest {

  @TempDir Path folder;

  @Test
  void givesEachItsOwnNumberAndTheNextLifeTheSame() {
    try (NameLock second = second()) {
      assertThat(second.number()).isEqualTo(2);
      try (NameLock again = NameLock.take(folder)) {
        assertThat(again.number()).isEqualTo(1);
      }
    }
  }

  @Test
  void saysWhatToDoWithoutAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> NameLock.take(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("RUNNEL_DATA")
        .hasMessageContaining(file.toString());
  }

  /** The second of two that live at the same time, when the first has ended. */
  private NameLock second() {
    try (NameLock first = NameLock.take(folder)) {
      assertThat(first.number()).isEqualTo(1);
      return NameLock.take(folder);
    }
  }
}
