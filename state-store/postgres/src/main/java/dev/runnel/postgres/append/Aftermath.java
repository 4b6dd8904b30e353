package dev.runnel.postgres.append;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.postgres.append.Standing.Verdict;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Finds out for a call why not all of it was written, which is seldom, and answers it. */
final class Aftermath {

  private static final String WHOSE_EVENTS =
      """
      select event_key, id, accepted_at < now() - make_interval(secs => $3)
      from run where tenant = $1 and event_key = any ($2::uuid[])
      """;
  private static final String FORGET_EVENTS =
      """
      update run set event_key = null
      where tenant = $1 and id = any ($2::text[]) and accepted_at < now() - make_interval(secs => $3)
      """;

  /** Which run has an event, and whether so long ago that the event may come again. */
  private record First(String run, boolean old) {}

  private final Store store;
  private final Consumer<Call> again;
  private final Reopening reopening;

  /**
   * Over what the group was written to.
   *
   * @param again has a call written once more
   */
  Aftermath(Store store, Consumer<Call> again) {
    this.store = store;
    this.again = again;
    this.reopening = new Reopening(store);
  }

  void settle(Call call, GroupStatement.Written written) {
    if (!written.member()) {
      call.fail(lost());
    } else if (call.appending == null || written.has(call.appending)) {
      nameFirstRuns(call);
    } else {
      Standing.of(store, call.appending)
          .onSuccess(standing -> act(call, call.appending, standing))
          .onFailure(why -> call.fail(unavailable(why)));
    }
  }

  private void act(Call call, Appending appending, Standing standing) {
    switch (standing.verdictOn(appending)) {
      case Verdict.Stands() -> nameFirstRuns(call);
      case Verdict.Over() ->
          reopening
              .write(call, appending)
              .onSuccess(done -> nameFirstRuns(call))
              .onFailure(
                  why -> call.fail(why instanceof IllegalStateException ? why : unavailable(why)));
      case Verdict.Refused(RuntimeException why) -> call.fail(why);
    }
  }

  /** The call's append stands. Its new runs do, too, where no other run has their events. */
  private void nameFirstRuns(Call call) {
    if (call.beginnings.isEmpty()) {
      call.succeed(List.of());
      return;
    }
    UUID[] keys = call.beginnings.stream().map(Beginning::key).toArray(UUID[]::new);
    store
        .pool()
        .preparedQuery(WHOSE_EVENTS)
        .execute(Tuple.tuple().addString(TENANT).addArrayOfUUID(keys).addDouble(window()))
        .onSuccess(rows -> nameFirstRuns(call, firsts(rows)))
        .onFailure(why -> call.fail(unavailable(why)));
  }

  private void nameFirstRuns(Call call, Map<UUID, First> firsts) {
    var begins = new ArrayList<Begin>();
    var old = new ArrayList<String>();
    for (Beginning beginning : call.beginnings) {
      First first = firsts.get(beginning.key());
      if (first == null) {
        repeat(call);
        return;
      }
      boolean own = first.run().equals(beginning.id());
      if (first.old() && !own) {
        old.add(first.run());
      }
      begins.add(own ? new Begin.Begun() : new Begin.Duplicate(first.run()));
    }
    if (old.isEmpty()) {
      call.succeed(begins);
    } else {
      store
          .pool()
          .preparedQuery(FORGET_EVENTS)
          .execute(
              Tuple.tuple()
                  .addString(TENANT)
                  .addArrayOfString(old.toArray(String[]::new))
                  .addDouble(window()))
          .onSuccess(done -> repeat(call))
          .onFailure(why -> call.fail(unavailable(why)));
    }
  }

  /** What stood in the way is gone by now; what the call has written already, it finds. */
  private void repeat(Call call) {
    if (call.repeat()) {
      again.accept(call);
    } else {
      call.fail(new IllegalStateException("a run with the id of a new one is there already"));
    }
  }

  private static Map<UUID, First> firsts(RowSet<Row> rows) {
    var firsts = new HashMap<UUID, First>();
    rows.forEach(row -> firsts.put(row.getUUID(0), new First(row.getString(1), row.getBoolean(2))));
    return firsts;
  }

  /** Seconds for which an event is known again. */
  private double window() {
    return (double) store.duplicates().toSeconds();
  }

  private Fenced lost() {
    return new Fenced(
        "router %s of epoch %d is no member any more"
            .formatted(store.member().router(), store.member().epoch()));
  }

  private static JournalUnavailable unavailable(Throwable why) {
    return new JournalUnavailable("the database did not say what stands there", why);
  }
}
