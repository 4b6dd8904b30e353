package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Progress progress = new Progress("Some", new PrintStream(told, true, UTF_8));

  @Test
  void tellsWhatWasSaidLast() {
    progress.said(
        """
        INFO: Seed: 1
        #2	INITED cov: 3 ft: 3 corp: 1/1b exec/s: 0 rss: 90Mb
        #16384	pulse  cov: 512 ft: 900 corp: 70/2Kb lim: 11 exec/s: 5461 rss: 512Mb
        """);

    assertThat(told.toString(UTF_8))
        .isEqualToNormalizingNewlines("Some: 16,384 inputs, 5,461 a second, 512 branches\n");
  }

  @Test
  void tellsThatNothingWasSaidYet() {
    progress.said("INFO: Loaded\n");

    assertThat(told.toString(UTF_8)).isEqualToNormalizingNewlines("Some: starting\n");
  }
}
