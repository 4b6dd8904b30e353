package dev.runnel.cache.value;

/** A value that knows about how much memory it takes. */
public interface Weighed {

  /** About as many bytes. */
  long weight();
}
