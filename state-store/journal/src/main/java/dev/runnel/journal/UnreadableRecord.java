package dev.runnel.journal;

/** Something in the journal is not what this release, or an earlier one, has written. */
public final class UnreadableRecord extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnreadableRecord(String message) {
    super(message);
  }

  public UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
