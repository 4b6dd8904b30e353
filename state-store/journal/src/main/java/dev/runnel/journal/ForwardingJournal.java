package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A journal that does all as another one does, but for what is overridden. */
public abstract class ForwardingJournal implements Journal {

  private final Journal other;

  protected ForwardingJournal(Journal other) {
    this.other = other;
  }

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return other.begin(runs);
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return other.append(sequel, children);
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    return other.heads(lines);
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return other.read(run);
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return other.read(runs);
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return other.descendants(roots);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return other.find(query);
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return other.findDeadLetters(query);
  }

  @Override
  public Uni<List<String>> rebuildDeadLetters() {
    return other.rebuildDeadLetters();
  }
}
