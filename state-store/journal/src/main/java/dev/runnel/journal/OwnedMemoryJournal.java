package dev.runnel.journal;

import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

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
  public Uni<List<Begin>> append(
      String run, int written, List<RunEvent> events, List<NewRun> children) {
    return Uni.createFrom()
        .item(
            () -> {
              routers.check(member);
              return journal.write(
                  member.epoch(), new MemoryJournal.Append(run, written, events), children);
            });
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
