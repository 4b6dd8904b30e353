package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Retention.Terms;
import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.postgres.stored.Columns;
import dev.runnel.postgres.stored.EventsReader;
import dev.runnel.postgres.stored.EventsWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Leaves of runs that ended long ago no more than their brief, some at a time. */
record Compaction(Vertx vertx) {

  /** Bytes of the bodies that a piece reads; a larger one is a piece by itself. */
  private static final int MOST_BYTES = 4 << 20;

  private static final Plan NOT_READ = new Plan(List.of());

  /** The record that a run ended with, if it ended later than it began. */
  private static final String LAST =
      """
      left join lateral (select state, ended_at from run_record
        where tenant = r.tenant and run = r.id order by position desc limit 1) last on true
      """;

  /**
   * Whether nobody needs more than the brief of run r: it is over for long enough, its event is not
   * known again, and it has no dead letters. The one place that says so.
   */
  private static final String DISPENSABLE =
      """
      not exists (select from dead_letter d where d.tenant = r.tenant and d.run = r.id)
        and coalesce(last.ended_at, r.ended_at) < now() - make_interval(secs => $2)
        and r.accepted_at < now() - make_interval(secs => $3)
      """;

  private static final String LOOK =
      """
      select r.id, r.began_at, octet_length(r.body), coalesce(%s, false)
      from (
        select * from run
        where tenant = $1 and began_at >= $4 and (began_at, id) > ($4, $5)
          and began_at < now() - make_interval(secs => $2)
        order by began_at, id limit $6) r
      %s
      order by r.began_at, r.id
      """
          .formatted(DISPENSABLE, LAST);

  /** Whoever opens a run again locks its row first. */
  private static final String LOCK =
      "select id, plan, body from run where tenant = $1 and id = any ($2::text[]) for update skip locked";

  /** Looks once more at what by now is locked. */
  private static final String MOVE =
      """
      with chosen as materialized (
        select r.id, b.body, coalesce(last.state, r.state) as state,
          coalesce(last.ended_at, r.ended_at) as ended_at
        from unnest($4::text[], $5::bytea[]) as b (id, body)
        join run r on r.tenant = $1 and r.id = b.id collate "C"
        %s
        where %s),
      gone as (
        delete from run where tenant = $1 and id in (select id from chosen) returning run.*),
      records as (
        delete from run_record where tenant = $1 and run in (select id from chosen))
      insert into run_brief (tenant, id, began_at, plan, type_digest, source_digest,
        event_id_digest, subject_digest, root, parent, state, ended_at, body)
      select g.tenant, g.id, g.began_at, g.plan, g.type_digest, g.source_digest,
        g.event_id_digest, g.subject_digest, g.root, g.parent, c.state, c.ended_at, c.body
      from gone g join chosen c on c.id = g.id
      """
          .formatted(LAST, DISPENSABLE);

  /**
   * What came of it.
   *
   * @param runs how many were compacted
   * @param last the last one that was looked at
   * @param more whether there may be others after it
   */
  record Piece(int runs, Cursor last, boolean more) {}

  /** A run that was looked at. */
  private record Candidate(Cursor place, int bytes, boolean dispensable) {

    static Candidate of(Row row) {
      Instant began = row.getOffsetDateTime(1).toInstant();
      return new Candidate(
          new Cursor(began, row.getString(0)), row.getInteger(2), row.getBoolean(3));
    }
  }

  /** Runs that were looked at, as far as one piece goes. */
  private record Look(List<String> chosen, Cursor last, boolean more) {

    static Look of(RowSet<Row> rows, Cursor after) {
      var chosen = new ArrayList<String>();
      Cursor last = after;
      int bytes = 0;
      for (Row row : rows) {
        Candidate candidate = Candidate.of(row);
        if (candidate.dispensable) {
          bytes += candidate.bytes;
          if (bytes > MOST_BYTES && !chosen.isEmpty()) {
            return new Look(chosen, last, true);
          }
          chosen.add(candidate.place.run());
        }
        last = candidate.place;
      }
      return new Look(chosen, last, rows.size() == PostgresRetention.PIECE);
    }
  }

  /** The briefs of runs, as they are stored. */
  private record Briefs(List<String> ids, List<Buffer> bodies) {}

  /** Compacts some of the runs that began after that place. */
  Future<Piece> piece(SqlConnection own, Terms terms, Cursor after) {
    Tuple parameters = times(terms);
    parameters.addOffsetDateTime(Columns.time(after.began())).addString(after.run());
    return own.preparedQuery(LOOK)
        .execute(parameters.addInteger(PostgresRetention.PIECE))
        .map(rows -> Look.of(rows, after))
        .compose(
            look ->
                compact(own, terms, look.chosen)
                    .map(runs -> new Piece(runs, look.last, look.more)));
  }

  private Future<Integer> compact(SqlConnection own, Terms terms, List<String> chosen) {
    if (chosen.isEmpty()) {
      return Future.succeededFuture(0);
    }
    return own.preparedQuery(LOCK)
        .execute(Tuple.tuple().addString(TENANT).addArrayOfString(chosen.toArray(String[]::new)))
        .compose(rows -> vertx.executeBlocking(() -> briefs(rows), false))
        .compose(briefs -> move(own, terms, briefs));
  }

  private static Future<Integer> move(SqlConnection own, Terms terms, Briefs briefs) {
    Tuple parameters = times(terms);
    parameters.addArrayOfString(briefs.ids.toArray(String[]::new));
    parameters.addArrayOfBuffer(briefs.bodies.toArray(Buffer[]::new));
    return own.preparedQuery(MOVE).execute(parameters).map(SqlResult::rowCount);
  }

  private static Tuple times(Terms terms) {
    return Tuple.of(
        TENANT, (double) terms.hot().toSeconds(), (double) terms.duplicates().toSeconds());
  }

  private static Briefs briefs(RowSet<Row> rows) {
    var briefs = new Briefs(new ArrayList<>(), new ArrayList<>());
    for (Row row : rows) {
      briefs.ids.add(row.getString(0));
      briefs.bodies.add(Buffer.buffer(brief(row)));
    }
    return briefs;
  }

  private static byte[] brief(Row row) {
    byte[] whole = row.getBuffer(2).getBytes();
    RunEvent.Began began = (RunEvent.Began) EventsReader.read(whole, id -> NOT_READ).getFirst();
    return EventsWriter.writeFirst(List.of(began.withoutData()), row.getUUID(1));
  }
}
