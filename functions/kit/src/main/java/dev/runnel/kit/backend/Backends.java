package dev.runnel.kit.backend;

/** Whose is which backend. Called when beans are made, never blocks. */
public interface Backends {

  /**
   * The backend of the capability that this class belongs to.
   *
   * @param user what has something of it injected
   */
  Backend of(Class<?> user);
}
