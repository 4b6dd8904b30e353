package dev.runnel.kit.state;

/** State could not be read or changed. */
public sealed class StateFailure extends RuntimeException
    permits StateUnavailable, StateUncertain, StateRefused, StateContended, StateFenced {

  private static final long serialVersionUID = 1L;

  StateFailure(String message) {
    super(message);
  }
}
