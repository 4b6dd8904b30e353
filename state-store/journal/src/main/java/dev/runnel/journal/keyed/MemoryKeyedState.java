package dev.runnel.journal.keyed;

import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values that are forgotten when the process ends. */
public final class MemoryKeyedState implements KeyedState {

  private final KeyedLimits limits;
  private final InstantSource clock;
  private final MemoryLeases leases;
  private final Map<String, MemoryShelf> shelves = new HashMap<>();
  private long versions;

  /**
   * @param leases those that fences name
   */
  public MemoryKeyedState(KeyedLimits limits, InstantSource clock, MemoryLeases leases) {
    this.limits = limits;
    this.clock = clock;
    this.leases = leases;
  }

  @Override
  public Uni<Optional<Entry>> read(Key key) {
    return Uni.createFrom().item(() -> Optional.ofNullable(standing(key)));
  }

  @Override
  public Uni<Writing> write(Key key, Draft draft) {
    int size = draft.content().bytes().length;
    if (size > LARGEST_BODY) {
      return Uni.createFrom().item(new QuotaExceeded(QuotaExceeded.What.BODY, LARGEST_BODY, size));
    }
    return Uni.createFrom()
        .item(() -> this.<Writing>fenced(key, draft.fence(), Fenced::new, () -> put(key, draft)));
  }

  @Override
  public Uni<Removing> remove(Key key, Condition condition, Optional<Fence> fence) {
    return Uni.createFrom()
        .item(() -> this.<Removing>fenced(key, fence, Fenced::new, () -> take(key, condition)));
  }

  @Override
  public Uni<List<Brief>> list(Range range) {
    return Uni.createFrom().item(() -> briefs(range));
  }

  private <T> T fenced(
      Key key, Optional<Fence> fence, LongFunction<T> refusal, Supplier<T> change) {
    if (fence.isEmpty()) {
      return change.get();
    }
    long token = fence.get().token();
    return leases.withToken(
        new Key(key.capability(), fence.get().lease()),
        last -> last == token ? change.get() : refusal.apply(last));
  }

  private synchronized @Nullable Entry standing(Key key) {
    MemoryShelf shelf = shelves.get(key.capability());
    return shelf == null ? null : shelf.standing(key.name(), clock.instant());
  }

  private synchronized List<Brief> briefs(Range range) {
    MemoryShelf shelf = shelves.get(range.capability());
    return shelf == null ? List.of() : shelf.list(range, clock.instant());
  }

  private MemoryShelf shelf(String capability) {
    return shelves.computeIfAbsent(capability, it -> new MemoryShelf());
  }

  private synchronized Writing put(Key key, Draft draft) {
    MemoryShelf shelf = shelf(key.capability());
    Entry before = shelf.standing(key.name(), clock.instant());
    if (!holds(draft.condition(), before)) {
      return new Conflict(version(before));
    }
    QuotaExceeded exceeded = exceeded(shelf, key, draft.content().bytes().length);
    if (exceeded != null) {
      return exceeded;
    }
    var entry = new Entry(++versions, draft.content(), draft.ttl().map(clock.instant()::plus));
    shelf.put(key.name(), entry);
    return new Written(entry.version(), before == null);
  }

  private synchronized Removing take(Key key, Condition condition) {
    MemoryShelf shelf = shelf(key.capability());
    Entry before = shelf.standing(key.name(), clock.instant());
    if (!holds(condition, before)) {
      return new Conflict(version(before));
    }
    shelf.remove(key.name());
    return new Removed(version(before));
  }

  private @Nullable QuotaExceeded exceeded(MemoryShelf shelf, Key key, int size) {
    QuotaExceeded exceeded = shelf.exceeded(limits, key.name(), size);
    if (exceeded == null) {
      return null;
    }
    shelf.forgetExpired(clock.instant());
    return shelf.exceeded(limits, key.name(), size);
  }

  private static boolean holds(Condition condition, @Nullable Entry before) {
    return switch (condition) {
      case Condition.Always() -> true;
      case Condition.Absent() -> before == null;
      case Condition.Present() -> before != null;
      case Condition.Version(long number) -> before != null && before.version() == number;
    };
  }

  private static OptionalLong version(@Nullable Entry entry) {
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.version());
  }
}
