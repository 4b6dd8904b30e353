package dev.runnel.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A setting that nobody else is to see, given itself or by the file that holds it.
 *
 * @param setting its name; that of the file ends in {@code -file}
 */
record Secret(String setting, Optional<String> value, Optional<Path> file) {

  /**
   * What it says, if it is set; a file is read anew each time.
   *
   * @throws IllegalArgumentException where it is set twice, or the file cannot be read
   */
  Optional<String> read() {
    if (value.isPresent() && file.isPresent()) {
      throw new IllegalArgumentException(
          "Both %s and %s-file are set; set one.".formatted(setting, setting));
    }
    return value.or(() -> file.map(this::read));
  }

  private String read(Path from) {
    try {
      return Files.readString(from, UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s-file is %s, which cannot be read (%s).".formatted(setting, from, e), e);
    }
  }

  /** Does not say it. */
  @Override
  public String toString() {
    return "Secret[setting=%s]".formatted(setting);
  }
}
