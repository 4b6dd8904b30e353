package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;
import static java.util.stream.Collectors.toSet;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Membership;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which router owns which open run, and taking over those of the dead. */
record Claims(Sessions sessions) {

  /**
   * The owners of open runs, found by hopping over the index from one to the next; of those whose
   * life is over, some runs that nobody else is claiming. The epoch is drawn when they are locked:
   * then whoever had them before has drawn a lower one. All in one statement, so that no lock
   * outlasts a connection that dies.
   */
  static final String CLAIM =
      """
      with recursive owner (epoch) as (
        (select owner from open_run order by owner limit 1)
        union all
        select (select o.owner from open_run o where o.owner > owner.epoch order by o.owner limit 1)
        from owner where owner.epoch is not null),
      orphan as (
        select run.place from owner, lateral (
          select o.ctid as place from open_run o
          where o.owner = owner.epoch and o.tenant = :tenant
          order by o.run limit :limit for update skip locked) run
        where owner.epoch <> :epoch
          and not exists (select from router r where r.epoch = owner.epoch and r.expires_at > now())
        limit :limit),
      drawn as materialized (
        select nextval('epoch') as epoch
        from (select count(*) as number from orphan) locked, router
        where name = :name and router.epoch = :epoch and locked.number >= 0),
      taken as (
        update open_run set owner = :epoch, claims = claims + 1
        where ctid = any (array(select place from orphan)) and exists (select from drawn)
        returning run, claims > 1 as again)
      select drawn.epoch, taken.run, taken.again from drawn left join taken on true
      """;

  /** The same owners; whether one of them that has died still owns runs. */
  static final String ORPHANED =
      """
      with recursive owner (epoch) as (
        (select owner from open_run order by owner limit 1)
        union all
        select (select o.owner from open_run o where o.owner > owner.epoch order by o.owner limit 1)
        from owner where owner.epoch is not null)
      select exists (
        select from owner, lateral (
          select from open_run o where o.owner = owner.epoch and o.tenant = :tenant
          order by o.run limit 1) run
        where owner.epoch <> :epoch
          and not exists (select from router r where r.epoch = owner.epoch and r.expires_at > now()))
      """;

  private static final String OWNED =
      """
      select run from open_run where owner = :epoch and tenant = :tenant and run > :after
      order by run limit :limit
      """;

  Uni<Boolean> areAnyOrphaned(Membership member) {
    return sessions.ask(
        session ->
            session
                .createNativeQuery(ORPHANED, Boolean.class)
                .setParameter("tenant", TENANT)
                .setParameter("epoch", member.epoch())
                .getSingleResult());
  }

  Uni<Claim> claim(Membership member, int limit) {
    // Once more, it would give other runs, and nobody would know of the first ones.
    return sessions
        .askOnce(
            session ->
                session
                    .createNativeQuery(CLAIM, Object[].class)
                    .setParameter("tenant", TENANT)
                    .setParameter("name", member.router())
                    .setParameter("epoch", member.epoch())
                    .setParameter("limit", limit)
                    .getResultList())
        .invoke(rows -> Memberships.check(!rows.isEmpty(), member))
        .map(Claims::claim);
  }

  /** A row for each run that was taken; where none was, one that has only the epoch. */
  private static Claim claim(List<Object[]> rows) {
    List<Object[]> runs = rows.stream().filter(row -> row[1] != null).toList();
    return new Claim(
        (Long) rows.getFirst()[0],
        runs.stream().map(row -> (String) row[1]).toList(),
        runs.stream().filter(row -> (Boolean) row[2]).map(row -> (String) row[1]).collect(toSet()));
  }

  Uni<List<String>> owned(Membership member, String after, int limit) {
    return sessions.ask(
        session ->
            session
                .createNativeQuery(OWNED, String.class)
                .setParameter("epoch", member.epoch())
                .setParameter("tenant", TENANT)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList());
  }
}
