package dev.runnel.postgres.append;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.Fenced;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * What the database has of a run, seen from an append that was not written.
 *
 * @param version how many events it has; 0: it is not known
 * @param open whether it goes on
 * @param own whether it does so in the hands of the router that appends
 * @param same whether what is appended stands where it should
 */
record Standing(int version, boolean open, boolean own, boolean same) {

  private static final String SQL =
      """
      select coalesce(
          (select position + events from run_record
            where tenant = r.tenant and run = r.id order by position desc limit 1),
          r.events),
        exists (select from open_run where tenant = $1 and run = $2),
        exists (select from open_run where owner = $3 and tenant = $1 and run = $2),
        exists (select from run_record
          where tenant = $1 and run = $2 and position = $4 and body = $5)
      from run r where tenant = $1 and id = $2
      """;

  /** What is to be done with an append that was not written. */
  sealed interface Verdict {

    /** It was written by an earlier try. */
    record Stands() implements Verdict {}

    /** The run was over: it is to be opened again. */
    record Over() implements Verdict {}

    /** It must not be written. */
    record Refused(RuntimeException why) implements Verdict {}
  }

  static Future<Standing> of(Store store, Appending appending) {
    Tuple about =
        Tuple.of(
            TENANT, appending.run(), store.member().epoch(), appending.written(), appending.body());
    return store.pool().preparedQuery(SQL).execute(about).map(Standing::of);
  }

  private static Standing of(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return new Standing(0, false, false, false);
    }
    Row row = rows.iterator().next();
    return new Standing(row.getInteger(0), row.getBoolean(1), row.getBoolean(2), row.getBoolean(3));
  }

  Verdict verdictOn(Appending appending) {
    String run = appending.run();
    if (open && !own) {
      return new Verdict.Refused(new Fenced("run " + run + " belongs to another router by now"));
    }
    if (same) {
      return new Verdict.Stands();
    }
    return version > 0 && version == appending.written() && !open
        ? new Verdict.Over()
        : new Verdict.Refused(
            new IllegalStateException(
                "run %s has %d events, its conductor knows %d"
                    .formatted(run, version, appending.written())));
  }
}
