package dev.runnel.journal.keyed;

import java.time.Duration;

/** Stores that know nothing yet, and the time that they go by. */
public interface KeyedWorld {

  KeyedState state();

  Leases leases();

  Counters counters();

  /** Lets time pass at once. */
  void pass(Duration time);
}
