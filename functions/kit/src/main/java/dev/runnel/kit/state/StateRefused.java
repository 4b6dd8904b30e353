package dev.runnel.kit.state;

/** The call was refused, and will be again: nothing was changed. */
public final class StateRefused extends StateFailure {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal.
   *
   * @param status as over HTTP: 401 or 403 for a token, 507 where there is no more room
   */
  public StateRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
