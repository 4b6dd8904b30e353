package dev.runnel.kit.crdt;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, of which the one that was put last stands (a map of LWW-Registers, section 3.2.1).
 * What is later is told by the replicas' clocks, and among equal times by their names; whoever has
 * seen an entry writes a later one, wherever its clock is.
 *
 * @param entries what was last done to each key; a removal stays as an entry without a value
 * @param <V> the values; records that are written as JSON
 */
public record LastWriterWinsMap<V>(Map<String, Entry<V>> entries)
    implements Mergeable<LastWriterWinsMap<V>> {

  /** Keys of one map, removed ones too. */
  public static final int MOST_KEYS = 100_000;

  /**
   * What was done to a key.
   *
   * @param value null: it was removed
   * @param at milliseconds since 1970-01-01T00:00Z by the replica's clock, or one more than that of
   *     the entry before
   */
  public record Entry<V>(@Nullable V value, long at, String replica) {

    private Entry<V> later(Entry<V> other) {
      int byTime = Long.compare(at, other.at);
      int order = byTime == 0 ? replica.compareTo(other.replica) : byTime;
      return order >= 0 ? this : other;
    }
  }

  public LastWriterWinsMap {
    entries = Replicas.copy(entries, "keys", MOST_KEYS);
  }

  public static <V> LastWriterWinsMap<V> empty() {
    return new LastWriterWinsMap<>(Map.of());
  }

  /**
   * With this value.
   *
   * @param replica who puts it; no two that may do so at the same time have one name
   */
  public LastWriterWinsMap<V> put(String replica, Instant now, String key, V value) {
    return with(replica, now, key, value);
  }

  /** Without the key; the same map where it is not there. */
  public LastWriterWinsMap<V> remove(String replica, Instant now, String key) {
    return get(key).isEmpty() ? this : with(replica, now, key, null);
  }

  public Optional<V> get(String key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.ofNullable(entry.value());
  }

  @Override
  public LastWriterWinsMap<V> merge(LastWriterWinsMap<V> other) {
    return new LastWriterWinsMap<>(Replicas.merge(entries, other.entries, Entry::later));
  }

  private LastWriterWinsMap<V> with(String replica, Instant now, String key, @Nullable V value) {
    Entry<V> before = entries.get(key);
    long at = before == null ? now.toEpochMilli() : Math.max(now.toEpochMilli(), before.at() + 1);
    var more = new TreeMap<>(entries);
    more.put(key, new Entry<>(value, at, replica));
    return new LastWriterWinsMap<>(more);
  }
}
