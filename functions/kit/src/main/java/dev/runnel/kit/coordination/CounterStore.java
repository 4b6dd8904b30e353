package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateFailure;
import java.util.OptionalLong;

/**
 * Where a capability's counters are. Calls block, and may come from many threads at the same time;
 * each fails with a {@link StateFailure}. Names are as keys of state are.
 */
public interface CounterStore {

  /** The most characters of an operation. */
  int LONGEST_OPERATION = 128;

  /**
   * Adds, from 0 on.
   *
   * @param operation by which it is known again for ten minutes, and not made twice
   * @return the value after it
   */
  long add(String name, long delta, String operation);

  /** The value; empty: nothing was added. */
  OptionalLong read(String name);

  /** Forgets the counter; answers whether there was one. */
  boolean remove(String name);
}
