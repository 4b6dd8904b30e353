package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may be told to stop at any moment, also while it loads the model or encodes. */
class EncoderExitTest {

  @TempDir Path folder;

  @Test
  void aProcessThatStopsWhileItUsesTheModelDoesNotCrash() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Stopping.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("output"))
          .content()
          .as("exit " + process.exitValue())
          .contains("still in use");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Stops while another thread loads and encodes, and lets it go on for a while. */
  static final class Stopping {

    private Stopping() {}

    public static void main(String[] arguments) throws InterruptedException {
      var started = new CountDownLatch(1);
      var used = new CountDownLatch(3);
      Thread.ofPlatform().daemon().start(() -> use(started, used));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> sayWhetherUsed(used)));
      started.await();
      System.exit(0);
    }

    private static void use(CountDownLatch started, CountDownLatch used) {
      while (used.getCount() > 0) {
        try (var encoder = SentenceEncoder.load()) {
          encoder.encode("a cat sits on the mat");
        }
        (started.getCount() > 0 ? started : used).countDown();
      }
    }

    private static void sayWhetherUsed(CountDownLatch used) {
      try {
        System.out.println(used.await(30, TimeUnit.SECONDS) ? "still in use" : "failed");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
