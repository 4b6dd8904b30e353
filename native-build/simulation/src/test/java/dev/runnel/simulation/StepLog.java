package dev.runnel.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is recorded of one step: doing it and, when it has succeeded, undoing it. */
final class StepLog {

  /** How a step stands for good. */
  enum Standing {
    OPEN,
    SUCCEEDED,
    FAILED
  }

  Standing standing = Standing.OPEN;

  /** The choice whose turn it is. */
  int choice;

  /** The attempt that was begun last, done or undone. */
  int lastBegun;

  /** The attempt that has no result yet; 0: none. */
  int unanswered;

  /** Whether the last attempt was refused, so that the next has its number again. */
  boolean refused;

  /** Failed attempts of this choice. */
  int failures;

  /** Those of them that a router's end interrupted. */
  int interruptions;

  /** Whether the last failure makes no other attempt worth while. */
  boolean hopeless;

  boolean undone;

  /** When the next attempt may be made. */
  @Nullable Instant due;

  /** Attempts that were begun of this choice, and not refused. */
  int begun;

  void next() {
    choice++;
    failures = 0;
    interruptions = 0;
    begun = 0;
    hopeless = false;
    due = null;
  }
}
