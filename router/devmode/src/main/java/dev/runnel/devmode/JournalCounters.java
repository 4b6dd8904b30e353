package dev.runnel.devmode;

import static dev.runnel.devmode.JournalCalls.changed;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.Counters.Overflow;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.kit.coordination.CounterStore;
import dev.runnel.kit.state.StateRefused;
import java.util.Optional;
import java.util.OptionalLong;

/** A capability's counters in the journal of the router in whose JVM its functions live. */
record JournalCounters(Counters journal, String capability) implements CounterStore {

  private static final int OVERFLOW = 409;

  @Override
  public long add(String name, long delta, String operation) {
    return switch (changed(journal.add(key(name), delta, Optional.of(operation)))) {
      case Added(long value) -> value;
      case Overflow(long value) ->
          throw new StateRefused(
              OVERFLOW,
              "the counter is at %d, and counts from -2^63 to 2^63 - 1; nothing was added"
                  .formatted(value));
      case QuotaExceeded exceeded -> throw JournalCalls.refused(exceeded);
    };
  }

  @Override
  public OptionalLong read(String name) {
    return JournalCalls.read(journal.read(key(name)))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public boolean remove(String name) {
    return changed(journal.remove(key(name))).isPresent();
  }

  private Key key(String name) {
    return new Key(capability, name);
  }
}
