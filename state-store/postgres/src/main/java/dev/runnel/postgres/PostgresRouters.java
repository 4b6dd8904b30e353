package dev.runnel.postgres;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RouterBrief;
import dev.runnel.journal.Routers;
import dev.runnel.postgres.append.Commits;
import dev.runnel.postgres.append.Store;
import dev.runnel.postgres.group.Destination;
import io.smallrye.mutiny.Uni;
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

  private static final String ALL =
      """
      select name, epoch, cast(extract(epoch from expires_at - now()) * 1000 as bigint),
        (select count(*) from (select from open_run where owner = router.epoch limit :counted) run)
      from router order by name limit :most
      """;

  private final Destination destination;
  private final Sessions sessions;
  private final Memberships memberships;
  private final Claims claims;
  private final Duration duplicates;
  private final StoredPlans plans;
  private final Map<Membership, Commits> commits = new ConcurrentHashMap<>();

  /**
   * Routers over one database.
   *
   * @param signs connections that only signs of life go over
   * @param duplicates how long an event is known again, by the database's clock
   */
  public PostgresRouters(
      Destination destination, Mutiny.SessionFactory factory, Pool signs, Duration duplicates) {
    this.destination = destination;
    this.sessions = new Sessions(destination.vertx(), factory);
    this.memberships = new Memberships(signs);
    this.claims = new Claims(sessions);
    this.duplicates = duplicates;
    this.plans = new StoredPlans(destination.pool(), sessions, System::nanoTime);
  }

  /** What forgets the runs of these routers; one of them at a time does. */
  public Retention retention() {
    return new PostgresRetention(
        new StoredRuns(sessions, plans), new Compaction(destination.vertx()), destination.pool());
  }

  @Override
  public Uni<Membership> join(String router) {
    return memberships.join(router);
  }

  @Override
  public Uni<Boolean> renew(Membership member) {
    return memberships.renew(member).onFailure(Fenced.class).invoke(lost -> close(member));
  }

  @Override
  public Uni<Void> leave(Membership member) {
    return memberships.leave(member).invoke(left -> close(member));
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
    return claims.areAnyOrphaned(member);
  }

  @Override
  public Uni<Claim> claim(Membership member, int limit) {
    return claims.claim(member, limit);
  }

  @Override
  public Uni<List<String>> owned(Membership member, String after, int limit) {
    return claims.owned(member, after, limit);
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
    return new PostgresJournal(
        own, plans, new StoredRuns(sessions, plans), new StoredLines(destination.pool()));
  }

  private Commits commits(Membership member) {
    return new Commits(new Store(destination, member, duplicates));
  }
}
