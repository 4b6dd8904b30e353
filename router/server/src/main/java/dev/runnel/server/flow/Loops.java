package dev.runnel.server.flow;

/** Where runs live, each on a loop of its own. */
public interface Loops {

  /** The loop of one more run: the caller's event loop, where it is on one. */
  Loop next();
}
