package dev.runnel.postgres.keyed;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the database answers to one change; each kind of change uses some of it. */
public record Answer(
    String outcome, @Nullable Long number, @Nullable String holder, @Nullable Instant until) {

  static Answer of(Row row) {
    OffsetDateTime until = row.getOffsetDateTime(3);
    return new Answer(
        row.getString(0),
        row.getLong(1),
        row.getString(2),
        until == null ? null : until.toInstant());
  }

  /** The number, where the outcome has one. */
  public long theNumber() {
    if (number == null) {
      throw new IllegalStateException(
          "the database answered %s without a number".formatted(outcome));
    }
    return number;
  }

  /** An outcome that the caller does not expect. */
  public IllegalStateException unknown() {
    return new IllegalStateException("the database answered %s to a change".formatted(outcome));
  }
}
