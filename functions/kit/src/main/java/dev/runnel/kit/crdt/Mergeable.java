package dev.runnel.kit.crdt;

/**
 * A state of which two versions make one. Merging is commutative, associative and idempotent, and
 * loses nothing that was done to either.
 *
 * @param <S> the state's own type
 */
public interface Mergeable<S extends Mergeable<S>> {

  /** What has become of this one and that one together. */
  S merge(S other);
}
