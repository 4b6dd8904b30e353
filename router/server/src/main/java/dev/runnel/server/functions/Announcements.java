package dev.runnel.server.functions;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.FunctionCopy;
import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Writing.Written;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Tells routers that share a cache that one of them has changed functions, so that they look at
 * once. What the functions are, only the journal says: one that is told nothing looks later.
 */
@Singleton
class Announcements {

  private final StateStore store;
  private final Cache<FunctionCopy> copies;

  Announcements(StateStore store) {
    this.store = store;
    this.copies = store.cache(Concerns.FUNCTIONS);
  }

  /** Tells of changes that the journal has. Nobody waits for it. */
  void tell(List<Change> changes, Written written) {
    if (store.standing() instanceof Standing.Joined) {
      changes.forEach(
          change ->
              told(change, written)
                  .subscribe()
                  .with(_ -> {}, bug -> Log.errorf(bug, "A cache failed")));
    }
  }

  private Uni<Write> told(Change change, Written written) {
    return copies.put(
        CacheKey.of(change.name()),
        new FunctionCopy(
            change.name(),
            written.numbers().getOrDefault(change.name(), 0),
            change.source().name(),
            change.patient(),
            Objects.requireNonNullElse(change.document(), ""),
            written.revision()));
  }

  /** Calls it when functions have changed, or may have; this router's own changes count too. */
  Subscription listen(Runnable listener) {
    return copies.listen(_ -> listener.run());
  }
}
