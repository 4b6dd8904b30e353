package dev.runnel.journal.keyed;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counters that are forgotten when the process ends. */
public final class MemoryCounters implements Counters {

  private record Operation(String counter, String name) {}

  private record Made(Instant at, Added answer) {}

  /** The counters of a capability, and what was added to them lately, in that order. */
  private record Ledger(Map<String, Long> values, Map<Operation, Made> made) {}

  private final KeyedLimits limits;
  private final InstantSource clock;
  private final Map<String, Ledger> ledgers = new HashMap<>();

  public MemoryCounters(KeyedLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Uni<Adding> add(Key key, long delta, Optional<String> operation) {
    Counters.checkOperation(operation);
    return Uni.createFrom().item(() -> count(key, delta, operation));
  }

  @Override
  public Uni<Optional<Long>> read(Key key) {
    return Uni.createFrom().item(() -> value(key));
  }

  @Override
  public Uni<Optional<Long>> remove(Key key) {
    return Uni.createFrom().item(() -> drop(key));
  }

  private synchronized Optional<Long> value(Key key) {
    return Optional.ofNullable(known(key).get(key.name()));
  }

  private synchronized Optional<Long> drop(Key key) {
    return Optional.ofNullable(known(key).remove(key.name()));
  }

  private synchronized Adding count(Key key, long delta, Optional<String> operation) {
    Ledger ledger = ledger(key);
    forget(ledger.made);
    Optional<Operation> named = operation.map(it -> new Operation(key.name(), it));
    Made before = named.map(ledger.made::get).orElse(null);
    if (before != null) {
      return before.answer;
    }
    Adding adding = count(ledger, key.name(), delta, named.isPresent());
    if (adding instanceof Added added) {
      ledger.values.put(key.name(), added.value());
      named.ifPresent(it -> ledger.made.put(it, new Made(clock.instant(), added)));
    }
    return adding;
  }

  private Adding count(Ledger ledger, String name, long delta, boolean named) {
    Long value = ledger.values.get(name);
    QuotaExceeded exceeded = exceeded(ledger, value, named);
    if (exceeded != null) {
      return exceeded;
    }
    long before = value == null ? 0 : value;
    long after = before + delta;
    boolean overflows = ((before ^ after) & (delta ^ after)) < 0;
    return overflows ? new Overflow(before) : new Added(after);
  }

  private @Nullable QuotaExceeded exceeded(Ledger ledger, @Nullable Long value, boolean named) {
    int counters = ledger.values.size();
    if (value == null && counters >= limits.counters()) {
      return new QuotaExceeded(QuotaExceeded.What.COUNTERS, limits.counters(), counters);
    }
    int operations = ledger.made.size();
    return named && operations >= limits.operations()
        ? new QuotaExceeded(QuotaExceeded.What.OPERATIONS, limits.operations(), operations)
        : null;
  }

  private void forget(Map<Operation, Made> made) {
    Instant then = clock.instant().minus(MEMORY);
    Iterator<Made> oldest = made.values().iterator();
    while (oldest.hasNext() && oldest.next().at.isBefore(then)) {
      oldest.remove();
    }
  }

  private Map<String, Long> known(Key key) {
    Ledger ledger = ledgers.get(key.capability());
    return ledger == null ? new HashMap<>() : ledger.values;
  }

  private Ledger ledger(Key key) {
    return ledgers.computeIfAbsent(
        key.capability(), it -> new Ledger(new HashMap<>(), new LinkedHashMap<>()));
  }
}
