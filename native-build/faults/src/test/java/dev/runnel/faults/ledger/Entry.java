package dev.runnel.faults.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One line of the ledger: a function began a call, or was about to answer it.
 *
 * @param begin whether it began
 * @param status of its answer
 * @param key the idempotency key: one for each effect
 */
public record Entry(
    boolean begin,
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

  /** Whether the call was answered with success. */
  boolean succeeded() {
    return !begin && status < 400;
  }

  /** Whether the function itself said that it had failed. */
  boolean failed() {
    return !begin && status >= 400;
  }

  /** Whether this is the end of the call that began so. */
  boolean answers(Entry begun) {
    return attempt == begun.attempt && epoch == begun.epoch;
  }

  static Entry of(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not a line of the ledger: " + line);
    }
    return new Entry(
        fields.get(1).equals("begin"),
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
