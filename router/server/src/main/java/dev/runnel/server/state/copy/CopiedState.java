package dev.runnel.server.state.copy;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.KeyedState.Kind;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedState.Conflict;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Removing;
import dev.runnel.journal.keyed.KeyedState.Writing;
import dev.runnel.journal.keyed.KeyedState.Written;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What functions keep by key: in the journal, and copied into the cache where routers share one. A
 * router that shares none reads and writes the journal only, since it would not hear of what others
 * write. Called from any thread, never blocks.
 */
@Singleton
public final class CopiedState {

  /** Of what no journal has; nothing that is written has it. */
  private static final long NO_VERSION = 0;

  private final KeyedState journal;
  private final StateStore store;
  private final Copies copies;
  private final LongSupplier nanos;

  @Inject
  public CopiedState(KeyedState journal, StateStore store, Clock clock) {
    this(journal, store, new Copies(store.cache(Concerns.STATE), clock), System::nanoTime);
  }

  CopiedState(KeyedState journal, StateStore store, Copies copies, LongSupplier nanos) {
    this.journal = journal;
    this.store = store;
    this.copies = copies;
    this.nanos = nanos;
  }

  /** What stands there, or stood there at most {@link Copies#LIFE} ago; version 0: unwritten. */
  public Uni<Optional<Entry>> read(Key key) {
    return isShared()
        ? copies
            .find(slot(key))
            .chain(
                found -> found.isPresent() ? Uni.createFrom().item(found) : readConsistently(key))
        : journal.read(key);
  }

  /** What stands in the journal now. */
  public Uni<Optional<Entry>> readConsistently(Key key) {
    long asked = nanos.getAsLong();
    return journal.read(key).invoke(read -> read.ifPresent(entry -> fill(key, entry, asked)));
  }

  /** Nobody waits for it: it only saves the next one some time. */
  private void fill(Key key, Entry entry, long asked) {
    if (isShared()) {
      copies
          .fill(slot(key), entry, since(asked))
          .subscribe()
          .with(_ -> {}, bug -> Log.errorf(bug, "A cache failed"));
    }
  }

  /** Writes to the journal, and then to the cache, as far as it answers. */
  public Uni<Writing> write(Key key, Draft draft) {
    long asked = nanos.getAsLong();
    return isShared()
        ? journal
            .write(key, draft)
            .onFailure()
            .call(() -> copies.remove(slot(key), Kind.COPY))
            .call(writing -> copied(key, draft, writing, asked))
        : journal.write(key, draft);
  }

  private Uni<?> copied(Key key, Draft draft, Writing writing, long asked) {
    return switch (writing) {
      case Written(long version, boolean created) ->
          copies.written(slot(key), version, draft, since(asked));
      case Conflict(OptionalLong version) -> copies.corrected(slot(key), version);
      default -> Uni.createFrom().voidItem();
    };
  }

  /**
   * Writes to the cache only, where there is one that answers; else to the journal. What stood in
   * the cache or the journal before is not looked at.
   *
   * @param draft without a condition and a fence
   */
  public Uni<Writing> writeForNow(Key key, Draft draft) {
    return isShared()
        ? copies
            .keep(slot(key), draft)
            .chain(
                done ->
                    done == Write.DONE
                        ? Uni.createFrom().item(new Written(NO_VERSION, false))
                        : write(key, draft))
        : write(key, draft);
  }

  /** Removes from the journal, and then from the cache, as far as it answers. */
  public Uni<Removing> remove(Key key, Condition condition, Optional<Fence> fence) {
    return isShared()
        ? journal
            .remove(key, condition, fence)
            .onFailure()
            .call(() -> copies.remove(slot(key), Kind.COPY))
            .chain(removing -> uncopied(key, removing))
        : journal.remove(key, condition, fence);
  }

  private Uni<Removing> uncopied(Key key, Removing removing) {
    return switch (removing) {
      case Removed(OptionalLong version) when version.isPresent() ->
          copies.removed(slot(key), version.getAsLong()).replaceWith(removing);
      case Removed nothing -> forgotten(key);
      case Conflict(OptionalLong version) ->
          copies.corrected(slot(key), version).replaceWith(removing);
      default -> Uni.createFrom().item(removing);
    };
  }

  /** The journal has nothing there; the cache may. */
  private Uni<Removing> forgotten(Key key) {
    return copies
        .remove(slot(key), Kind.COPY)
        .chain(() -> copies.remove(slot(key), Kind.UNWRITTEN))
        .map(was -> new Removed(was ? OptionalLong.of(NO_VERSION) : OptionalLong.empty()));
  }

  /** The router that has a copy of it at hand, if one has; empty where no cache is shared. */
  public Optional<String> owner(Key key) {
    return isShared() ? store.members().owner(slot(key)) : Optional.empty();
  }

  private boolean isShared() {
    return store.standing() instanceof Standing.Joined;
  }

  private Duration since(long asked) {
    return Duration.ofNanos(nanos.getAsLong() - asked);
  }

  private static CacheKey slot(Key key) {
    return new CacheKey(key.capability(), key.name());
  }
}
