package dev.runnel.journal;

/**
 * The journal cannot be reached, or has too much to do. Whether what the call was to write is
 * written is not known; the same call, made again, does no harm.
 */
public final class JournalUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  public JournalUnavailable(String message) {
    super(message);
  }

  public JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
