package dev.runnel.server.flow;

import dev.runnel.journal.Journal;
import dev.runnel.server.journal.Life;

/**
 * The right by which this router conducts a run, and goes on to until another has it.
 *
 * @param journal refuses what is written without this right
 * @param epoch what calls say: higher than what calls of any earlier conductor said
 * @param inherited whether another conductor, or an earlier life, began the run. What it was doing
 *     last may be what ended it, so that no attempt is made before it is written
 */
record Title(Journal journal, long epoch, boolean inherited) {

  static Title begun(Life life) {
    return new Title(life.journal(), life.epoch(), false);
  }

  /** A run that comes out of this one is new. */
  Title ofChild() {
    return new Title(journal, epoch, false);
  }

  /** A run that was over: whoever conducted it has come to its end. */
  static Title reopened(Life life, long epoch) {
    return new Title(life.journal(), epoch, false);
  }

  static Title inherited(Life life, long epoch) {
    return new Title(life.journal(), epoch, true);
  }
}
