package dev.runnel.engine.match.satisfiability;

/** What can be said of events of which only some attributes are known. */
public enum Verdict {
  /** All of them are accepted. */
  YES,
  /** None of them is. */
  NO,
  /** The rest of the event decides, or it cannot be seen. */
  OPEN;

  /** Of two things that must both be so. */
  Verdict and(Verdict other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES ? other : this;
  }

  /** Of two things of which one must be so. */
  Verdict or(Verdict other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO ? other : this;
  }

  static Verdict of(boolean isAccepted) {
    return isAccepted ? YES : NO;
  }
}
