package dev.runnel.kit.state;

/** Whoever keeps the state did not answer in time, again and again; calling again may help. */
public final class StateUnavailable extends StateFailure {

  private static final long serialVersionUID = 1L;

  public StateUnavailable(String message) {
    super(message);
  }
}
