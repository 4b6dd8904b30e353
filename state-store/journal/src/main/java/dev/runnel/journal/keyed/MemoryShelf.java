package dev.runnel.journal.keyed;

import dev.runnel.journal.keyed.KeyedState.Brief;
import dev.runnel.journal.keyed.KeyedState.Entry;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of one capability in memory, in the order of their names; one thread at a time. */
final class MemoryShelf {

  private final NavigableMap<String, Entry> entries = new TreeMap<>(Key.NAMES);
  private long bytes;

  /** What stands there; null: nothing, or what has expired. */
  @Nullable Entry standing(String name, Instant now) {
    Entry entry = entries.get(name);
    return entry == null || hasExpired(entry, now) ? null : entry;
  }

  void put(String name, Entry entry) {
    remove(name);
    entries.put(name, entry);
    bytes += size(entry);
  }

  void remove(String name) {
    Entry removed = entries.remove(name);
    if (removed != null) {
      bytes -= size(removed);
    }
  }

  /** Which limit a body of that size does not keep to; null: it fits. */
  @Nullable QuotaExceeded exceeded(KeyedLimits limits, String name, int size) {
    Entry before = entries.get(name);
    if (before == null && entries.size() >= limits.keys()) {
      return new QuotaExceeded(QuotaExceeded.What.KEYS, limits.keys(), entries.size());
    }
    int more = size - (before == null ? 0 : size(before));
    return more > 0 && bytes + more > limits.bytes()
        ? new QuotaExceeded(QuotaExceeded.What.BYTES, limits.bytes(), bytes)
        : null;
  }

  void forgetExpired(Instant now) {
    entries.values().removeIf(entry -> hasExpired(entry, now));
    bytes = entries.values().stream().mapToLong(MemoryShelf::size).sum();
  }

  List<Brief> list(Range range, Instant now) {
    boolean further = Key.NAMES.compare(range.after(), range.prefix()) >= 0;
    return entries.tailMap(further ? range.after() : range.prefix(), true).entrySet().stream()
        .dropWhile(entry -> Key.NAMES.compare(entry.getKey(), range.after()) <= 0)
        .takeWhile(entry -> entry.getKey().startsWith(range.prefix()))
        .filter(entry -> !hasExpired(entry.getValue(), now))
        .limit(range.limit())
        .map(entry -> brief(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Brief brief(String name, Entry entry) {
    return new Brief(name, entry.version(), size(entry), entry.expires());
  }

  private static boolean hasExpired(Entry entry, Instant now) {
    return entry.expires().filter(expiry -> !expiry.isAfter(now)).isPresent();
  }

  private static int size(Entry entry) {
    return entry.content().bytes().length;
  }
}
