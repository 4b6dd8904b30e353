package dev.runnel.server.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The journal of the life that goes on: for those who read, in whichever life. */
@Singleton
public final class CurrentJournal implements Journal {

  private final Lives lives;

  public CurrentJournal(Lives lives) {
    this.lives = lives;
  }

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return with(journal -> journal.begin(runs));
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return with(journal -> journal.append(sequel, children));
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    return with(journal -> journal.heads(lines));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return with(journal -> journal.read(run));
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return with(journal -> journal.read(runs));
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return with(journal -> journal.descendants(roots));
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return with(journal -> journal.find(query));
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return with(journal -> journal.findDeadLetters(query));
  }

  @Override
  public Uni<List<String>> rebuildDeadLetters() {
    return with(Journal::rebuildDeadLetters);
  }

  private <T> Uni<T> with(Function<Journal, Uni<T>> work) {
    return lives.inCurrent(life -> Uni.createFrom().deferred(() -> work.apply(life.journal())));
  }
}
