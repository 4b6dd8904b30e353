package dev.runnel.server.flow;

import dev.runnel.journal.Journal;
import dev.runnel.server.journal.Life;

/**
 * The right by which this router conducts a run, and goes on to until another has it.
 *
 * @param journal refuses what is written without this right
 * @param epoch what calls say: higher than what calls of any earlier conductor said
 * @param origin how this router has come by the run
 */
record Title(Journal journal, long epoch, Origin origin) {

  /** How a router has come by a run. */
  enum Origin {
    BEGUN,

    /** Another conductor, or an earlier life, began it. */
    INHERITED,

    /**
     * And yet another had inherited it. What the run was doing last may be what ended them, so that
     * no attempt is made before it is written.
     */
    SUSPECT
  }

  static Title begun(Life life) {
    return new Title(life.journal(), life.epoch(), Origin.BEGUN);
  }

  /** A run that comes out of this one is new. */
  Title ofChild() {
    return new Title(journal, epoch, Origin.BEGUN);
  }

  /** A run that was over: whoever conducted it has come to its end. */
  static Title reopened(Life life, long epoch) {
    return new Title(life.journal(), epoch, Origin.BEGUN);
  }

  static Title inherited(Life life, long epoch) {
    return new Title(life.journal(), epoch, Origin.INHERITED);
  }

  static Title suspect(Life life, long epoch) {
    return new Title(life.journal(), epoch, Origin.SUSPECT);
  }

  boolean isInherited() {
    return origin != Origin.BEGUN;
  }

  boolean isSuspect() {
    return origin == Origin.SUSPECT;
  }
}
