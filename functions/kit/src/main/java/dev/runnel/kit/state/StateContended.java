package dev.runnel.kit.state;

/** Others changed the same key each time before an update was written; nothing was changed. */
public final class StateContended extends StateFailure {

  private static final long serialVersionUID = 1L;

  public StateContended(String message) {
    super(message);
  }
}
