package dev.runnel.simulation;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A twin of the routers' port that does as the sound one, but for what a planted bug changes. */
abstract class MutatedRouters implements Routers {

  final Routers sound;

  MutatedRouters(Routers sound) {
    this.sound = sound;
  }

  @Override
  public Uni<Membership> join(String router) {
    return sound.join(router);
  }

  @Override
  public Uni<Void> renew(Membership member) {
    return sound.renew(member);
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return sound.leave(member);
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    return sound.areAnyOrphaned(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return sound.claim(member, limit);
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return sound.owned(member, after, limit);
  }

  @Override
  public Journal journal(Membership member) {
    return sound.journal(member);
  }
}
