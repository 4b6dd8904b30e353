package dev.runnel.kit.state;

/**
 * A change may have been made, or not: there was no answer, and what stands there does not tell.
 */
public final class StateUncertain extends StateFailure {

  private static final long serialVersionUID = 1L;

  public StateUncertain(String message) {
    super(message);
  }

  public StateUncertain(String message, Throwable cause) {
    super(message);
    initCause(cause);
  }
}
