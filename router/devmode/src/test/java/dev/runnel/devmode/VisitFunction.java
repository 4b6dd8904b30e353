package dev.runnel.devmode;

import dev.runnel.kit.state.State;
import io.quarkus.funqy.Funq;

/** Counts its calls in state. */
public class VisitFunction {

  private final State state;

  VisitFunction(State state) {
    this.state = state;
  }

  /** One more. */
  @Funq
  public int visit() {
    return state.update("visits", Integer.class, before -> before.orElse(0) + 1);
  }
}
