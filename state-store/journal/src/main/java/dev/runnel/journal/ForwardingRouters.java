package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Routers that do all as others do, but for what is overridden. */
public abstract class ForwardingRouters implements Routers {

  private final Routers others;

  protected ForwardingRouters(Routers others) {
    this.others = others;
  }

  @Override
  public Uni<Membership> join(String router) {
    return others.join(router);
  }

  @Override
  public Uni<Boolean> renew(Membership member) {
    return others.renew(member);
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return others.leave(member);
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    return others.areAnyOrphaned(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return others.claim(member, limit);
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return others.owned(member, after, limit);
  }

  @Override
  public Uni<List<RouterBrief>> all() {
    return others.all();
  }

  @Override
  public Journal journal(Membership member) {
    return others.journal(member);
  }
}
