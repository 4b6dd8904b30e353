package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;

/** A manifest that asks to be part of a set in which some may have to wait. */
public record Member(Declared declared, Standing standing) {

  /** What becomes of the whole set when something is wrong with this one. */
  public enum Standing {
    /** The set is refused. */
    FIRM,
    /** It is held as long as it names what is not there; anything else refuses the set. */
    PATIENT,
    /**
     * It was held before, and still is, whatever is wrong with it. Its locations have a file that
     * no other member has.
     */
    HELD
  }

  String name() {
    return declared.manifest().name();
  }

  boolean mayBeHeld() {
    return standing != Standing.FIRM;
  }
}
