package dev.runnel.server.explain;

/**
 * What a function or chain says to an event.
 *
 * @param because the clause that decided, with the values it saw
 * @param asOf whose manifest was asked
 * @param now what has become of that manifest
 */
record Verdict(String name, boolean matched, String because, AsOf asOf, Now now) {

  private static final int LONGEST = 1_000;

  Verdict {
    because = Shortened.middle(because, LONGEST);
  }

  /** Which of its manifests was asked. */
  enum AsOf {

    /** The one that the run began with. */
    RUN,

    /** The one that new events meet. */
    NOW
  }

  /** What new events meet in place of the manifest that was asked. */
  enum Now {

    /** The same. */
    SAME,

    /** Another version of it. */
    CHANGED,

    /** Nothing: it cannot run. */
    HELD,

    /** Nothing: there is no function of this name any more. */
    REMOVED
  }
}
