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

  /** Whether it could not be undone. */
  boolean undoFailed;

  /** Whether it was given up, and nothing is wrong with it. */
  boolean cancelled;

  /** Whether it failed and must not be tried again unless somebody says so. */
  boolean doubtful;

  /** The position of the record that made it a dead letter; 0: it is none. */
  int letter;

  /** How often it was opened again. */
  int reopenings;

  /** The last choice that ever had its turn. */
  int choiceReached;

  /** When the attempt was begun that was begun last, by the clock of whoever did. */
  Instant begunAt = Instant.MIN;

  /** When the next attempt may be made. */
  @Nullable Instant due;

  /** Whether it waits because its call was refused. */
  boolean paused;

  /** Attempts that were begun of this choice, and not refused. */
  int begun;

  /** Whether what it needed was of no use. */
  boolean isLost() {
    return standing == Standing.FAILED && !cancelled;
  }

  void next() {
    turn(choice + 1);
    choiceReached = Math.max(choice, choiceReached);
  }

  /** It is to be tried anew, from the first choice on. */
  void reopen() {
    standing = Standing.OPEN;
    cancelled = false;
    doubtful = false;
    letter = 0;
    reopenings++;
    turn(0);
  }

  private void turn(int next) {
    choice = next;
    failures = 0;
    interruptions = 0;
    begun = 0;
    hopeless = false;
    due = null;
    paused = false;
  }
}
