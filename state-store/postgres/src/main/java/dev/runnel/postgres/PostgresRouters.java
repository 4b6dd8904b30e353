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
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Which router owns which run, by rows and by the clock of PostgreSQL. */
public final class PostgresRouters implements Routers, AutoCloseable {

  /** How long an event is known again, where nothing else is said. */
  public static final Duration DUPLICATES = Duration.ofHours(24);

  /** Rows of routers that are long gone go with the next one that joins. */
  private static final String FORGET =
      "delete from router where expires_at < now() - interval '1 day'";

  private static final String JOIN =
      """
      insert into router (name, epoch, expires_at)
      values (:name, nextval('epoch'), now() + make_interval(secs => :lease))
      on conflict (name) do update set epoch = excluded.epoch, expires_at = excluded.expires_at
      returning epoch
      """;
  private static final String RENEW =
      """
      update router set expires_at = now() + make_interval(secs => :lease)
      where name = :name and epoch = :epoch
      """;
  private static final String LEAVE = "delete from router where name = :name and epoch = :epoch";

  /**
   * The owners of open runs, found by hopping over the index from one to the next; of those whose
   * life is over, some runs that nobody else is claiming.
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
        limit :limit)
      update open_run set owner = :epoch, claims = claims + 1
      where ctid = any (array(select place from orphan))
        and exists (select from router where epoch = :epoch)
      returning run, claims > 1
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
        .change(
            session ->
                session
                    .createNativeQuery(FORGET)
                    .executeUpdate()
                    .chain(done -> insert(session, router)))
        .map(epoch -> new Membership(router, epoch));
  }

  private static Uni<Long> insert(StatelessSession session, String router) {
    return session
        .createNativeQuery(JOIN, Long.class)
        .setParameter("name", router)
        .setParameter("lease", (double) LEASE.toSeconds())
        .getSingleResult();
  }

  @Override
  public Uni<Void> renew(Membership member) {
    return sessions
        .change(
            session ->
                session
                    .createNativeQuery(RENEW)
                    .setParameter("lease", (double) LEASE.toSeconds())
                    .setParameter("name", member.router())
                    .setParameter("epoch", member.epoch())
                    .executeUpdate())
        .invoke(rows -> check(rows > 0, member))
        .onFailure(Fenced.class)
        .invoke(lost -> close(member))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return sessions
        .change(
            session ->
                session
                    .createNativeQuery(LEAVE)
                    .setParameter("name", member.router())
                    .setParameter("epoch", member.epoch())
                    .executeUpdate())
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
    // Once more, it would give other runs, and nobody would know of the first ones. The epoch is
    // drawn when the runs are locked: then whoever had them before has drawn a lower one.
    return sessions.changeOnce(
        session ->
            take(session, member, limit)
                .chain(rows -> epoch(session, member).map(epoch -> claim(epoch, rows))));
  }

  /** The epoch of a claim by a member. */
  private static Uni<Long> epoch(StatelessSession session, Membership member) {
    return session
        .createNativeQuery(
            "select nextval('epoch') from router where name = :name and epoch = :epoch", Long.class)
        .setParameter("name", member.router())
        .setParameter("epoch", member.epoch())
        .getSingleResultOrNull()
        .invoke(epoch -> check(epoch != null, member));
  }

  private static Claim claim(long epoch, List<Object[]> rows) {
    return new Claim(
        epoch,
        rows.stream().map(row -> (String) row[0]).toList(),
        rows.stream().filter(row -> (Boolean) row[1]).map(row -> (String) row[0]).collect(toSet()));
  }

  /** The runs that were taken, and whether they had been before. */
  private static Uni<List<Object[]>> take(StatelessSession session, Membership member, int limit) {
    return session
        .createNativeQuery(CLAIM, Object[].class)
        .setParameter("tenant", TENANT)
        .setParameter("epoch", member.epoch())
        .setParameter("limit", limit)
        .getResultList();
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
