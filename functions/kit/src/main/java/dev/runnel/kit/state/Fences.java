package dev.runnel.kit.state;

import java.util.function.Supplier;

/** Knows of a lease who holds it. Called from many threads. */
@FunctionalInterface
public interface Fences {

  /**
   * Does something while the lease has that token, and cannot get another.
   *
   * @throws StateFenced where it has another one, or none
   */
  <T> T during(Fence fence, Supplier<T> change);
}
