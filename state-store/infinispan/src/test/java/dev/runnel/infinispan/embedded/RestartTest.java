package dev.runnel.infinispan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Samples;
import dev.runnel.cache.Soon;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.CallStatistics;
import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to outlive a restart does, and nothing else. */
class RestartTest {

  private static final CacheKey A = CacheKey.of("a");
  private static final CallStatistics STATISTICS =
      new CallStatistics(
          Instant.EPOCH,
          List.of(1L, 2L),
          new CallStatistics.Durations(
              3, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO),
          7);

  @TempDir Path folder;

  @Test
  void keepsStatisticsOverARestart() {
    try (EmbeddedStore store = start(folder)) {
      write(store);
    }

    try (EmbeddedStore again = start(folder)) {
      assertThat(statistics(again).get(A).await().indefinitely().value()).hasValue(STATISTICS);
      assertThat(again.cache(Concerns.RESULTS).get(A).await().indefinitely().value()).isEmpty();
    }
  }

  /** What lies there while the store runs is what lies there when it is killed. */
  @Test
  void startsFromWhatAKilledRouterLeft() throws IOException {
    Path left = folder.resolve("left");
    try (EmbeddedStore store = start(folder.resolve("first"))) {
      write(store);
      copy(folder.resolve("first"), left);
    }

    try (EmbeddedStore again = start(left)) {
      assertThat(statistics(again).put(A, STATISTICS).await().indefinitely()).isEqualTo(Write.DONE);
    }
  }

  private static void write(EmbeddedStore store) {
    statistics(store).put(A, STATISTICS).await().indefinitely();
    store.cache(Concerns.RESULTS).put(A, Samples.answer(1, "a")).await().indefinitely();
    Soon.holds(
        "it is written", () -> statistics(store).size().await().indefinitely().orElse(0) == 1);
  }

  private static Cache<CallStatistics> statistics(EmbeddedStore store) {
    return store.cache(Concerns.STATISTICS);
  }

  private static EmbeddedStore start(Path folder) {
    return EmbeddedStore.start(
        Settings.of("alone", new Deployment.Alone()).within(TestCluster.PATIENT).keptIn(folder));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
