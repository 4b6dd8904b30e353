package dev.runnel.simulation;

import dev.runnel.journal.ForwardingJournal;
import dev.runnel.journal.ForwardingRouters;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A twin of the journal that does as the sound one, but for what a planted bug changes. */
abstract class MutatedJournal extends ForwardingJournal {

  final Journal sound;

  MutatedJournal(Journal sound) {
    super(sound);
    this.sound = sound;
  }

  /** Routers whose every journal is such a twin. */
  static Routers each(Routers sound, UnaryOperator<Journal> twin) {
    return new ForwardingRouters(sound) {
      @Override
      public Journal journal(Membership member) {
        return twin.apply(sound.journal(member));
      }
    };
  }

  /** As if all of them were written. */
  static List<Begin> written(List<NewRun> runs) {
    return Collections.nCopies(runs.size(), new Begin.Begun());
  }
}
