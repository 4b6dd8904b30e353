package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateStore;
import java.util.UUID;

/**
 * Numbers that all instances of a capability add to, exactly: injected. Methods block, so they are
 * called on worker threads only; each fails with a {@link dev.runnel.kit.state.StateFailure}.
 */
public final class Counters {

  /** What the router takes: 18 digits. */
  private static final long MOST = 999_999_999_999_999_999L;

  private final CounterStore store;

  /** The counters in that store. */
  public Counters(CounterStore store) {
    this.store = store;
  }

  /**
   * Adds once, however often it has to be asked for.
   *
   * @param delta at most 18 digits, may be negative
   * @return the value after it
   */
  public long add(String name, long delta) {
    return add(name, delta, UUID.randomUUID().toString());
  }

  /**
   * Adds, where the same operation has not done so within ten minutes. A capability may have a
   * million of them in that time.
   *
   * @param operation such as an event's id; at most 128 characters
   * @return the value after it, or as it was then
   */
  public long add(String name, long delta, String operation) {
    StateStore.checked(name);
    if (delta > MOST || delta < -MOST) {
      throw new IllegalArgumentException(
          "%d is to be added; expected at most 18 digits".formatted(delta));
    }
    if (operation.isEmpty() || operation.length() > CounterStore.LONGEST_OPERATION) {
      throw new IllegalArgumentException(
          "an operation of %d characters; expected 1 to %d"
              .formatted(operation.length(), CounterStore.LONGEST_OPERATION));
    }
    return store.add(name, delta, operation);
  }

  /** The value; 0 where nothing was added. */
  public long get(String name) {
    return store.read(StateStore.checked(name)).orElse(0);
  }

  /** Lets it count from 0 again; answers whether something was added before. */
  public boolean remove(String name) {
    return store.remove(StateStore.checked(name));
  }
}
