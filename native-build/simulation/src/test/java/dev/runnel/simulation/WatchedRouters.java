package dev.runnel.simulation;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.RouterBrief;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The routers' port, over a network and under the eyes of the ledger. */
record WatchedRouters(Routers store, JournalLink link, Ledger ledger) implements Routers {

  @Override
  public Uni<Membership> join(String router) {
    return link.ask(() -> store.join(router).invoke(ledger::joined));
  }

  @Override
  public Uni<Boolean> renew(Membership member) {
    return link.ask(() -> store.renew(member).invoke(() -> ledger.renewed(member)));
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return link.ask(() -> store.leave(member).invoke(() -> ledger.left(member)));
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    return link.ask(() -> store.areAnyOrphaned(member));
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return link.ask(
        () -> store.claim(member, limit).invoke(claim -> ledger.claimed(member, claim)));
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return link.ask(() -> store.owned(member, after, limit));
  }

  @Override
  public Uni<List<RouterBrief>> all() {
    return link.ask(store::all);
  }

  @Override
  public Journal journal(Membership member) {
    return new WatchedJournal(store.journal(member), member, link, ledger);
  }
}
