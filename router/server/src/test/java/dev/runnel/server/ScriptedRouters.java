package dev.runnel.server;

import dev.runnel.journal.Claim;
import dev.runnel.journal.ForwardingRouters;
import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Membership;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.MemoryRouters;
import dev.runnel.journal.Retention;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Routers in memory, over a journal that breaks while a test wants it to. */
@Singleton
public class ScriptedRouters extends ForwardingRouters {

  private static final int MAX_KEPT = 10_000;

  private final ScriptedJournal script;
  private final MemoryJournal journal;
  private final AtomicInteger claimed = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile boolean recovering;
  private volatile boolean silent;
  private volatile List<String> outdated = List.of();
  private volatile String others = "";
  private final AtomicBoolean lapsed = new AtomicBoolean();

  @Inject
  ScriptedRouters(ScriptedJournal script, Clock clock) {
    this(script, new MemoryJournal(MAX_KEPT, Long.MAX_VALUE), clock);
  }

  private ScriptedRouters(ScriptedJournal script, MemoryJournal journal, Clock clock) {
    super(new MemoryRouters(journal, clock));
    this.script = script;
    this.journal = journal;
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

  /** Whether this router's signs of life get no answer. */
  public void isSilent(boolean whether) {
    silent = whether;
  }

  /** Another router has a run from now on, since nothing was heard of this one for long. */
  public void isTakenAway(String run) {
    others = run;
    lapsed.set(true);
  }

  /** And gives it back. */
  public void isGivenBack() {
    others = "";
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
  public Uni<Boolean> renew(Membership member) {
    return silent
        ? Uni.createFrom().failure(new JournalUnavailable("the journal is down"))
        : super.renew(member).map(held -> held && !lapsed.getAndSet(false));
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    looks.incrementAndGet();
    return super.areAnyOrphaned(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    claims.incrementAndGet();
    return super.claim(member, limit)
        .onItem()
        .invoke(claim -> claimed.addAndGet(claim.runs().size()));
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return recovering
        ? super.owned(member, after, limit).map(this::asToldNow)
        : Uni.createFrom().item(List.of());
  }

  private List<String> asToldNow(List<String> runs) {
    return Stream.concat(runs.stream(), outdated.stream())
        .filter(run -> !run.equals(others))
        .toList();
  }

  @Override
  public Journal journal(Membership member) {
    return script.over(super.journal(member));
  }
}
