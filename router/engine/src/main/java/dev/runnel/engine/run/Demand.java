package dev.runnel.engine.run;

/** Who asks for a step's outcome. */
enum Demand {
  /** The plan: it is a goal, or other steps need it. */
  PLAN,
  /** Somebody who has redriven it: it goes on, needed or not. */
  PERSON,
  /** Nobody any more: a call that goes on is awaited, and no other is made. */
  NOBODY
}
