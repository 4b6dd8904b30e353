package dev.runnel.simulation;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return sound.append(sequel, children);
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    return sound.heads(lines);
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
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return sound.descendants(roots);
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
