package dev.runnel.server.flow;

import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Decision;

/** What an event starts. */
sealed interface Beginning {

  /** Nothing: no function wants it. */
  record Unwanted() implements Beginning {}

  /** Nothing: it asks for more than a run may do. */
  record Refused(Problem problem) implements Beginning {}

  /** A run, which is not written yet. */
  record Begun(Decision decision) implements Beginning {}
}
