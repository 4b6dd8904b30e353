package dev.runnel.kit.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** State that is forgotten when the process ends. */
public final class MemoryStore implements StateStore {

  private static final int MOST_KEYS = 100_000;
  private static final long MOST_BYTES = 256L << 20;
  private static final int NO_ROOM = 507;
  private static final int TOO_LARGE = 413;

  private static final Comparator<String> CODE_POINTS =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

  private record Entry(Stored stored, Optional<Instant> expires) {

    int size() {
      return stored.body().bytes().length;
    }

    boolean hasExpired(Instant now) {
      return expires.filter(expiry -> !expiry.isAfter(now)).isPresent();
    }
  }

  private final InstantSource clock;
  private final Fences fences;
  private final NavigableMap<String, Entry> entries = new TreeMap<>(CODE_POINTS);
  private long bytes;
  private long versions;

  /** Without leases that changes could depend on. */
  public MemoryStore(InstantSource clock) {
    this(clock, MemoryStore::lost);
  }

  public MemoryStore(InstantSource clock, Fences fences) {
    this.clock = clock;
    this.fences = fences;
  }

  private static <T> T lost(Fence fence, Supplier<T> change) {
    throw new StateFenced(fence);
  }

  @Override
  public synchronized Optional<Stored> read(String key) {
    return Optional.ofNullable(standing(key)).map(Entry::stored);
  }

  @Override
  public synchronized Change write(
      String key, Body body, Expected expected, Optional<Duration> ttl) {
    Entry before = standing(key);
    if (!holds(expected, before)) {
      return new Change.Conflict();
    }
    checkRoom(before, body.bytes().length);
    drop(key);
    versions++;
    entries.put(key, new Entry(new Stored(versions, body), ttl.map(clock.instant()::plus)));
    bytes += body.bytes().length;
    return new Change.Made(versions, before != null);
  }

  @Override
  public synchronized Change remove(String key, Expected expected) {
    Entry before = standing(key);
    if (!holds(expected, before)) {
      return new Change.Conflict();
    }
    drop(key);
    return new Change.Made(0, before != null);
  }

  @Override
  public synchronized List<Listed> list(String prefix, String after, int limit) {
    Instant now = clock.instant();
    boolean further = CODE_POINTS.compare(after, prefix) >= 0;
    return entries
        .tailMap(further ? after : prefix, !further || after.isEmpty())
        .entrySet()
        .stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> !entry.getValue().hasExpired(now))
        .limit(limit)
        .map(entry -> listed(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public StateStore fencedBy(Fence fence) {
    return new FencedStore(this, fences, fence);
  }

  private static Listed listed(String key, Entry entry) {
    return new Listed(key, entry.stored().version(), entry.size());
  }

  private @Nullable Entry standing(String key) {
    Entry entry = entries.get(key);
    return entry == null || entry.hasExpired(clock.instant()) ? null : entry;
  }

  private void drop(String key) {
    Entry removed = entries.remove(key);
    if (removed != null) {
      bytes -= removed.size();
    }
  }

  private void checkRoom(@Nullable Entry before, int size) {
    if (size > LARGEST_BODY) {
      throw new StateRefused(
          TOO_LARGE, "the value has %d bytes; expected at most %d".formatted(size, LARGEST_BODY));
    }
    if (!hasRoom(before, size)) {
      forgetExpired();
    }
    if (!hasRoom(before, size)) {
      throw new StateRefused(
          NO_ROOM,
          "there are %d keys of %d and %d bytes of %d; remove some first"
              .formatted(entries.size(), MOST_KEYS, bytes, MOST_BYTES));
    }
  }

  private boolean hasRoom(@Nullable Entry before, int size) {
    int more = size - (before == null ? 0 : before.size());
    return (before != null || entries.size() < MOST_KEYS) && bytes + more <= MOST_BYTES;
  }

  private void forgetExpired() {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> entry.hasExpired(now));
    bytes = entries.values().stream().mapToLong(Entry::size).sum();
  }

  private static boolean holds(Expected expected, @Nullable Entry before) {
    return switch (expected) {
      case Expected.Anything() -> true;
      case Expected.Nothing() -> before == null;
      case Expected.Version(long number) -> before != null && before.stored().version() == number;
    };
  }
}
