package dev.runnel.kit.state;

/** Which store whose state is in. Called when beans are made, never blocks. */
public interface StateStores {

  /**
   * The store of the capability that this class belongs to.
   *
   * @param user what has state injected
   */
  StateStore of(Class<?> user);
}
