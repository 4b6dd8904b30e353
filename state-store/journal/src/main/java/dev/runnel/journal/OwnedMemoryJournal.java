package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A journal in memory as one of several routers writes it. */
final class OwnedMemoryJournal extends ForwardingJournal {

  private final MemoryJournal journal;
  private final MemoryRouters routers;
  private final Membership member;

  OwnedMemoryJournal(MemoryJournal journal, MemoryRouters routers, Membership member) {
    super(journal);
    this.journal = journal;
    this.routers = routers;
    this.member = member;
  }

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
}
