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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Routers in memory, over a journal that breaks while a test wants it to. */
@ApplicationScoped
public class ScriptedRouters implements Routers {

  private static final int MAX_KEPT = 10_000;

  private final ScriptedJournal script;
  private final MemoryJournal journal = new MemoryJournal(MAX_KEPT, Long.MAX_VALUE);
  private final Routers memory;
  private final AtomicInteger claimed = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile boolean recovering;
  private volatile List<String> outdated = List.of();

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
    outdated = List.of();
  }

  /** Runs that were open a moment ago, when somebody looked which ones are. */
  public void stillSees(String run) {
    outdated = List.of(run);
  }

  /** How often runs have been claimed, or an epoch was drawn. */
  public int claims() {
    return claims.get();
  }

  /** How often somebody has looked for runs to claim. */
  public int looks() {
    return looks.get();
  }

  /** How many runs have been claimed. */
  public int claimed() {
    return claimed.get();
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
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    looks.incrementAndGet();
    return memory.areAnyOrphaned(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    claims.incrementAndGet();
    return memory
        .claim(member, limit)
        .onItem()
        .invoke(claim -> claimed.addAndGet(claim.runs().size()));
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return recovering
        ? memory.owned(member, after, limit).map(this::withOutdated)
        : Uni.createFrom().item(List.of());
  }

  private List<String> withOutdated(List<String> runs) {
    return Stream.concat(runs.stream(), outdated.stream()).toList();
  }

  @Override
  public Journal journal(Membership member) {
    return script.over(memory.journal(member));
  }
}
