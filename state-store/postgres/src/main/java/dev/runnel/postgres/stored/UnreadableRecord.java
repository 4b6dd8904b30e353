package dev.runnel.postgres.stored;

/** Something in the database is not what this release, or an earlier one, has written. */
public final class UnreadableRecord extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnreadableRecord(String message) {
    super(message);
  }

  UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
