package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** Routers over one journal in memory, as tests need several of them in one process. */
public final class MemoryRouters implements Routers {

  record Life(long epoch, Instant expires) {}

  private final MemoryJournal journal;
  private final InstantSource clock;
  private final Map<String, Life> lives = new HashMap<>();
  private long epoch;

  public MemoryRouters(MemoryJournal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Uni<Membership> join(String router) {
    return Uni.createFrom().item(() -> begin(router));
  }

  @Override
  public Uni<Boolean> renew(Membership member) {
    return Uni.createFrom().item(() -> prolong(member));
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return Uni.createFrom().item(() -> end(member)).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    return Uni.createFrom().item(() -> journal.anyOwned(orphanedTo(member)));
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return Uni.createFrom().item(() -> take(member, limit));
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return Uni.createFrom().item(() -> journal.owned(member.epoch(), after, limit));
  }

  @Override
  public Uni<List<RouterBrief>> all() {
    return Uni.createFrom().item(this::briefs);
  }

  @Override
  public Journal journal(Membership member) {
    return new OwnedMemoryJournal(journal, this, member);
  }

  private synchronized List<RouterBrief> briefs() {
    Instant now = clock.instant();
    return lives.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(RouterBrief.MOST_ROUTERS)
        .map(
            each ->
                new RouterBrief(
                    each.getKey(),
                    each.getValue().epoch(),
                    Duration.between(now, each.getValue().expires()),
                    runs(each.getValue().epoch())))
        .toList();
  }

  private int runs(long owner) {
    return journal.owned(owner, "", RouterBrief.MOST_COUNTED).size();
  }

  private synchronized Membership begin(String router) {
    var member = new Membership(router, ++epoch);
    lives.put(router, new Life(epoch, expiry()));
    return member;
  }

  private synchronized boolean prolong(Membership member) {
    Life before = check(member);
    lives.put(member.router(), new Life(member.epoch(), expiry()));
    return before.expires().isAfter(clock.instant());
  }

  private synchronized boolean end(Membership member) {
    Life life = lives.get(member.router());
    return life != null && life.epoch() == member.epoch() && lives.remove(member.router(), life);
  }

  private synchronized Claim take(Membership member, int limit) {
    check(member);
    return journal.claim(member.epoch(), ++epoch, orphanedTo(member), limit);
  }

  /** Which owners are neither this one nor alive. */
  private synchronized LongPredicate orphanedTo(Membership member) {
    Instant now = clock.instant();
    List<Long> living =
        lives.values().stream()
            .filter(life -> life.expires().isAfter(now))
            .map(Life::epoch)
            .toList();
    return owner -> owner != member.epoch() && !living.contains(owner);
  }

  /** The life that goes on; fails where the membership is lost. */
  synchronized Life check(Membership member) {
    Life life = lives.get(member.router());
    if (life == null || life.epoch() != member.epoch()) {
      throw new Fenced(
          "router %s of epoch %d is no member any more".formatted(member.router(), member.epoch()));
    }
    return life;
  }

  private Instant expiry() {
    return clock.instant().plus(LEASE);
  }
}
