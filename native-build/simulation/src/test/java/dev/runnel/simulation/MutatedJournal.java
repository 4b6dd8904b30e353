package dev.runnel.simulation;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A twin of the journal that does as the sound one, but for what a planted bug changes. */
abstract class MutatedJournal implements Journal {

  final Journal sound;

  MutatedJournal(Journal sound) {
    this.sound = sound;
  }

  /** Routers whose every journal is such a twin. */
  static Routers each(Routers sound, UnaryOperator<Journal> twin) {
    return new MutatedRouters(sound) {
      @Override
      public Journal journal(Membership member) {
        return twin.apply(sound.journal(member));
      }
    };
  }

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return sound.begin(runs);
  }

  @Override
  public Uni<List<Begin>> append(
      String run, int written, List<RunEvent> events, List<NewRun> children) {
    return sound.append(run, written, events, children);
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return sound.read(run);
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return sound.read(runs);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return sound.find(query);
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return sound.findDeadLetters(query);
  }

  @Override
  public Uni<Void> rebuildDeadLetters() {
    return sound.rebuildDeadLetters();
  }

  /** As if all of them were written. */
  static List<Begin> written(List<NewRun> runs) {
    return Collections.nCopies(runs.size(), new Begin.Begun());
  }
}
