package dev.runnel.embedded;

/** Why there is no embedded database, in one message: what, which folder, what to do. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message) {
    super(message);
  }

  DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
