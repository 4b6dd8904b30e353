package dev.runnel.cache;

/** How much of a concern a router keeps; beyond it, what was used least is forgotten. */
public sealed interface Bound {

  long most();

  /** Counted. */
  record Entries(long most) implements Bound {}

  /** Weighed. */
  record Bytes(long most) implements Bound {}
}
