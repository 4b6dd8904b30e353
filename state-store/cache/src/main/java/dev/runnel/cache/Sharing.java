package dev.runnel.cache;

/**
 * How the copies of a concern are spread, and what becomes of them.
 *
 * @param spread over which routers
 * @param near whether a router keeps what it has read elsewhere, where its store can
 * @param onDisk whether they outlive a restart
 * @param whenSplit what routers may do that are cut off from others
 */
public record Sharing(Spread spread, boolean near, boolean onDisk, WhenSplit whenSplit) {

  /** Which routers have an entry. */
  public enum Spread {
    /** Each. */
    REPLICATED,
    /** Two of them, found by the key's hash. */
    DISTRIBUTED
  }

  /** What happens while the cluster is split. */
  public enum WhenSplit {
    /** Who may be in the minority answers that there is no answer: a stale one would harm. */
    DENY,
    /** All go on by themselves; differences are settled afterwards: a stale answer does no harm. */
    GO_ON
  }

  static Sharing replicated(WhenSplit whenSplit) {
    return new Sharing(Spread.REPLICATED, false, false, whenSplit);
  }

  static Sharing distributed(WhenSplit whenSplit) {
    return new Sharing(Spread.DISTRIBUTED, false, false, whenSplit);
  }

  Sharing keptNear() {
    return new Sharing(spread, true, onDisk, whenSplit);
  }

  Sharing keptOnDisk() {
    return new Sharing(spread, near, true, whenSplit);
  }
}
