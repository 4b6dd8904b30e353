package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A journal in memory as one of several routers writes it. */
record OwnedMemoryJournal(MemoryJournal journal, MemoryRouters routers, Membership member)
    implements Journal {

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return Uni.createFrom()
        .item(
            () -> {
              routers.check(member);
              return journal.write(member.epoch(), runs);
            });
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return Uni.createFrom()
        .item(
            () -> {
              routers.check(member);
              return journal.write(member.epoch(), sequel, children);
            });
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    return journal.heads(lines);
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return journal.read(run);
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return journal.read(runs);
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return journal.descendants(roots);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return journal.find(query);
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return journal.findDeadLetters(query);
  }

  @Override
  public Uni<Void> rebuildDeadLetters() {
    return journal.rebuildDeadLetters();
  }
}
