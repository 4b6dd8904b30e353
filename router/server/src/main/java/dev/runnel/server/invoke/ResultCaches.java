package dev.runnel.server.invoke;

import dev.runnel.cache.Concerns;
import dev.runnel.cache.StateStore;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestWriter;
import dev.runnel.server.invoke.cache.AnswerCounts;
import dev.runnel.server.invoke.cache.AnswerKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Makes the result cache of each function whose manifest wants one. */
@Singleton
public final class ResultCaches {

  private final StateStore store;
  private final AnswerCounts counts;
  private final Clock clock;

  public ResultCaches(StateStore store, AnswerCounts counts, Clock clock) {
    this.store = store;
    this.counts = counts;
    this.clock = clock;
  }

  /** Any change of the manifest makes another version, which begins without answers. */
  Optional<Guard> of(FunctionManifest function) {
    return Optional.ofNullable(function.cache())
        .map(
            life ->
                new ResultCache(
                    store.cache(Concerns.RESULTS),
                    AnswerKey.version(ManifestWriter.json(function)),
                    life,
                    counts,
                    clock));
  }
}
