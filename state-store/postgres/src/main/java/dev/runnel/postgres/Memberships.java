package dev.runnel.postgres;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Membership;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * Rows of routers that live.
 *
 * @param pool only for these, so that no sign of life waits for a connection behind a day's work
 */
record Memberships(Pool pool) {

  /** Rows of routers that are long gone go with the next one that joins. */
  private static final String JOIN =
      """
      with forgotten as (
        delete from router where expires_at < now() - interval '1 day' and name <> $1)
      insert into router (name, epoch, expires_at)
      values ($1, nextval('epoch'), now() + make_interval(secs => $2))
      on conflict (name) do update set epoch = excluded.epoch, expires_at = excluded.expires_at
      returning epoch
      """;

  /** Answers whether it had not run out. */
  private static final String RENEW =
      """
      with own as (
        select expires_at > now() as held from router
        where name = $1 and epoch = $2 for update)
      update router set expires_at = now() + make_interval(secs => $3)
      from own where name = $1 and epoch = $2
      returning held
      """;

  private static final String LEAVE =
      "delete from router where name = $1 and epoch = $2 returning epoch";

  Uni<Membership> join(String router) {
    return ask(JOIN, Tuple.of(router, lease()))
        .map(rows -> new Membership(router, rows.iterator().next().getLong(0)));
  }

  /** Whether it had held until now; fails with {@link Fenced} when it is lost. */
  Uni<Boolean> renew(Membership member) {
    return ask(RENEW, Tuple.of(member.router(), member.epoch(), lease()))
        .invoke(rows -> check(rows.size() > 0, member))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<Void> leave(Membership member) {
    return ask(LEAVE, Tuple.of(member.router(), member.epoch())).replaceWithVoid();
  }

  /** Once more where a connection had died; done twice, none of these does harm. */
  private Uni<RowSet<Row>> ask(String statement, Tuple parameters) {
    return Uni.createFrom()
        .deferred(() -> UniHelper.toUni(pool.preparedQuery(statement).execute(parameters)))
        .onFailure()
        .retry()
        .atMost(1)
        .onFailure()
        .transform(why -> new JournalUnavailable("the database was not told of this router", why));
  }

  private static double lease() {
    return Routers.LEASE.toSeconds();
  }

  static void check(boolean holds, Membership member) {
    if (!holds) {
      throw new Fenced(
          "router %s of epoch %d is no member any more".formatted(member.router(), member.epoch()));
    }
  }
}
