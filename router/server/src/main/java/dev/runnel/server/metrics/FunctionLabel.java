package dev.runnel.server.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The label that names a function: of the first so many their own, of the rest one for all, so that
 * a meter has a bounded number of series.
 */
public final class FunctionLabel {

  /** With the four outcomes that a meter has at most, 500 series. */
  static final int MOST = 124;

  private static final String OTHER = "other";

  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** What the label says of this function, the same each time. */
  public String of(String function) {
    if (named.contains(function)) {
      return function;
    }
    return name(function) ? function : OTHER;
  }

  private synchronized boolean name(String function) {
    return named.contains(function) || (named.size() < MOST && named.add(function));
  }
}
