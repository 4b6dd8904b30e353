package dev.runnel.server;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.MemoryRouters;
import dev.runnel.journal.Retention;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Routers in memory, over a journal that breaks while a test wants it to. */
@ApplicationScoped
public class ScriptedRouters implements Routers {

  private static final int MAX_KEPT = 10_000;

  private final ScriptedJournal script;
  private final MemoryJournal journal = new MemoryJournal(MAX_KEPT, Long.MAX_VALUE);
  private final Routers memory;
  private volatile boolean recovering;

  ScriptedRouters(ScriptedJournal script, Clock clock) {
    this.script = script;
    this.memory = new MemoryRouters(journal, clock);
  }

  @Produces
  @Singleton
  Retention retention(Clock clock) {
    return new MemoryRetention(journal, clock);
  }

  /**
   * Whether runs that were lost are taken up again. Most tests that lose some are over then, and
   * the next ones would meet them.
   */
  public void recovers(boolean whether) {
    recovering = whether;
  }

  @Override
  public Uni<Membership> join(String router) {
    return memory.join(router);
  }

  @Override
  public Uni<Void> renew(Membership member) {
    return memory.renew(member);
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return memory.leave(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return memory.claim(member, limit);
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return recovering ? memory.owned(member, after, limit) : Uni.createFrom().item(List.of());
  }

  @Override
  public Journal journal(Membership member) {
    return script.over(memory.journal(member));
  }
}
