package dev.runnel.faults.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One line of the ledger: what a function said of a call.
 *
 * @param status of its answer
 * @param key the idempotency key: one for each effect
 */
public record Entry(
    What what,
    Instant at,
    String function,
    int status,
    String source,
    String event,
    String run,
    String step,
    int attempt,
    String key,
    long epoch) {

  private static final int FIELDS = 11;

  /** What it said; of the last three, one function that checks before it has its effect. */
  enum What {
    BEGIN,
    END,
    /** It had its effect. */
    EFFECT,
    /** It had had it before. */
    AGAIN,
    /** A caller of a higher epoch was there before. */
    STALE
  }

  /** Whether the call began. */
  public boolean begin() {
    return what == What.BEGIN;
  }

  /** Whether the call was answered with success. */
  boolean succeeded() {
    return what == What.END && status < 400;
  }

  /** Whether the function itself said that it had failed. */
  boolean failed() {
    return what == What.END && status >= 400;
  }

  /** Whether this is the end of the call that began so. */
  boolean answers(Entry begun) {
    return what == What.END && attempt == begun.attempt && epoch == begun.epoch;
  }

  static Entry of(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not a line of the ledger: " + line);
    }
    return new Entry(
        What.valueOf(fields.get(1).toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(Long.parseLong(fields.get(0))),
        fields.get(2),
        Integer.parseInt(fields.get(3)),
        fields.get(4),
        fields.get(5),
        fields.get(6),
        fields.get(7),
        Integer.parseInt(fields.get(8)),
        fields.get(9),
        Long.parseLong(fields.get(10)));
  }
}
