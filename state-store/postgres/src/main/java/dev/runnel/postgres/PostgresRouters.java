package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;
import static java.util.stream.Collectors.toSet;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RouterBrief;
import dev.runnel.journal.Routers;
import dev.runnel.postgres.append.Commits;
import dev.runnel.postgres.append.Store;
import dev.runnel.postgres.group.CommitLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which router owns which run, by rows and by the clock of PostgreSQL. */
public final class PostgresRouters implements Routers, AutoCloseable {

  /** How long an event is known again, where nothing else is said. */
  public static final Duration DUPLICATES = Duration.ofHours(24);

  /** Rows of routers that are long gone go with the next one that joins. */
  private static final String JOIN =
      """
      with forgotten as (
        delete from router where expires_at < now() - interval '1 day' and name <> :name)
      insert into router (name, epoch, expires_at)
      values (:name, nextval('epoch'), now() + make_interval(secs => :lease))
      on conflict (name) do update set epoch = excluded.epoch, expires_at = excluded.expires_at
      returning epoch
      """;

  /** Answers whether it had not run out. */
  private static final String RENEW =
      """
      with own as (
        select expires_at > now() as held from router
        where name = :name and epoch = :epoch for update)
      update router set expires_at = now() + make_interval(secs => :lease)
      from own where name = :name and epoch = :epoch
      returning held
      """;

  private static final String LEAVE =
      "delete from router where name = :name and epoch = :epoch returning epoch";

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

  private static final String ALL =
      """
      select name, epoch, cast(extract(epoch from expires_at - now()) * 1000 as bigint),
        (select count(*) from (select from open_run where owner = router.epoch limit :counted) run)
      from router order by name limit :most
      """;

  private final Pool pool;
  private final Sessions sessions;
  private final CommitLimits limits;
  private final Duration duplicates;
  private final StoredPlans plans;
  private final Map<Membership, Commits> commits = new ConcurrentHashMap<>();

  /** Routers that know events again for {@link #DUPLICATES}. */
  public PostgresRouters(
      Vertx vertx, Pool pool, Mutiny.SessionFactory factory, CommitLimits limits) {
    this(vertx, pool, factory, limits, DUPLICATES);
  }

  /**
   * Routers over one database.
   *
   * @param duplicates how long an event is known again, by the database's clock
   */
  public PostgresRouters(
      Vertx vertx,
      Pool pool,
      Mutiny.SessionFactory factory,
      CommitLimits limits,
      Duration duplicates) {
    this.pool = pool;
    this.sessions = new Sessions(vertx, factory);
    this.limits = limits;
    this.duplicates = duplicates;
    this.plans = new StoredPlans(pool, sessions, System::nanoTime);
  }

  /** What forgets the runs of these routers; one of them at a time does. */
  public Retention retention() {
    return new PostgresRetention(
        new StoredRuns(sessions, plans), new Compaction(sessions.vertx()), pool);
  }

  @Override
  public Uni<Membership> join(String router) {
    return sessions
        .ask(
            session ->
                session
                    .createNativeQuery(JOIN, Long.class)
                    .setParameter("name", router)
                    .setParameter("lease", (double) LEASE.toSeconds())
                    .getSingleResult())
        .map(epoch -> new Membership(router, epoch));
  }

  @Override
  public Uni<Boolean> renew(Membership member) {
    return sessions
        .ask(
            session ->
                session
                    .createNativeQuery(RENEW, Boolean.class)
                    .setParameter("lease", (double) LEASE.toSeconds())
                    .setParameter("name", member.router())
                    .setParameter("epoch", member.epoch())
                    .getResultList())
        .invoke(rows -> check(!rows.isEmpty(), member))
        .onFailure(Fenced.class)
        .invoke(lost -> close(member))
        .map(List::getFirst);
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return sessions
        .ask(
            session ->
                session
                    .createNativeQuery(LEAVE, Long.class)
                    .setParameter("name", member.router())
                    .setParameter("epoch", member.epoch())
                    .getResultList())
        .invoke(rows -> close(member))
        .replaceWithVoid();
  }

  private void close(Membership member) {
    Commits ended = commits.remove(member);
    if (ended != null) {
      ended.close();
    }
  }

  /** Gives back all connections; memberships run out. */
  @Override
  public void close() {
    commits.keySet().forEach(this::close);
  }

  @Override
  public Uni<Boolean> areAnyOrphaned(Membership member) {
    return sessions.ask(
        session ->
            session
                .createNativeQuery(ORPHANED, Boolean.class)
                .setParameter("tenant", TENANT)
                .setParameter("epoch", member.epoch())
                .getSingleResult());
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
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
        .invoke(rows -> check(!rows.isEmpty(), member))
        .map(PostgresRouters::claim);
  }

  /** A row for each run that was taken; where none was, one that has only the epoch. */
  private static Claim claim(List<Object[]> rows) {
    List<Object[]> runs = rows.stream().filter(row -> row[1] != null).toList();
    return new Claim(
        (Long) rows.getFirst()[0],
        runs.stream().map(row -> (String) row[1]).toList(),
        runs.stream().filter(row -> (Boolean) row[2]).map(row -> (String) row[1]).collect(toSet()));
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
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

  @Override
  public Uni<List<RouterBrief>> all() {
    return sessions
        .ask(
            session ->
                session
                    .createNativeQuery(ALL, Object[].class)
                    .setParameter("counted", RouterBrief.MOST_COUNTED)
                    .setParameter("most", RouterBrief.MOST_ROUTERS)
                    .getResultList())
        .map(rows -> rows.stream().map(PostgresRouters::brief).toList());
  }

  private static RouterBrief brief(Object[] row) {
    return new RouterBrief(
        (String) row[0],
        (Long) row[1],
        Duration.ofMillis((Long) row[2]),
        Math.toIntExact((Long) row[3]));
  }

  @Override
  public Journal journal(Membership member) {
    Commits own = commits.computeIfAbsent(member, this::commits);
    return new PostgresJournal(own, plans, new StoredRuns(sessions, plans), new StoredLines(pool));
  }

  private Commits commits(Membership member) {
    return new Commits(new Store(sessions.vertx(), pool, member, limits, duplicates));
  }

  private static void check(boolean holds, Membership member) {
    if (!holds) {
      throw new Fenced(
          "router %s of epoch %d is no member any more".formatted(member.router(), member.epoch()));
    }
  }
}
