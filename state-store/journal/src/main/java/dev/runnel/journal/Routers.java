package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * Which router owns which run. A router joins when it starts and renews its membership each second;
 * when it has not done so for {@link #LEASE}, by the store's own clock, others may claim its runs.
 * It is the claim that takes a run away: from then on nothing is recorded that its former owner
 * appends. Called from any thread, never blocks; answers arrive on any thread.
 */
public interface Routers {

  /** How long a membership holds without being renewed. */
  Duration LEASE = Duration.ofSeconds(5);

  /**
   * A new life of this router. Whatever its former life was to write is {@link Fenced} at once, and
   * its runs can be claimed.
   */
  Uni<Membership> join(String router);

  /**
   * The membership holds for another {@link #LEASE}; fails with {@link Fenced} when it is lost.
   *
   * @return whether it had held until now; if not, others may have claimed runs meanwhile
   */
  Uni<Boolean> renew(Membership member);

  /** The router needs its runs no more; does nothing where the membership is lost already. */
  Uni<Void> leave(Membership member);

  /**
   * Whether there is anything to claim just now. Only a look, which costs next to nothing, so that
   * claims are made where there is something only.
   */
  Uni<Boolean> areAnyOrphaned(Membership member);

  /**
   * Takes over unfinished runs whose owner's life is over. Each is given to one router only.
   * Repeated until nothing comes, and from time to time; fails with {@link Fenced} when the
   * membership is lost.
   *
   * @param limit how many runs at most
   */
  Uni<Claim> claim(Membership member, int limit);

  /**
   * The unfinished runs that are this router's own, in the order of their ids: among them those
   * that a call began which got no answer, so that nobody conducts them yet.
   *
   * @param after the last id of the page before; empty for the first page
   * @param limit how many runs at most
   */
  Uni<List<String>> owned(Membership member, String after, int limit);

  /** The routers whose membership holds, or has run out lately; at most a thousand, by name. */
  Uni<List<RouterBrief>> all();

  /**
   * The journal as this router writes it: what it begins or claims is its own, and an append to
   * anything else that goes on fails with {@link Fenced}; so does every write when the membership
   * is lost.
   */
  Journal journal(Membership member);
}
