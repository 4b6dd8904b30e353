package dev.runnel.postgres.keyed;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.JournalUnavailable;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.group.GroupQueue;
import dev.runnel.postgres.group.Groups;
import dev.runnel.postgres.group.LaneConnection;
import dev.runnel.postgres.group.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Makes changes of one kind, many in one commit. The database remembers the last group of each lane
 * and what it answered: one that a broken connection left in doubt is brought again, and made only
 * where it was not.
 */
public final class Changes<C> {

  /**
   * Into how many shares usage is divided, so that lanes seldom wait for each other; those who
   * sweep have one of their own beside them.
   */
  public static final int SHARES = 16;

  /** A rough share for the columns beside a body. */
  private static final int ROW_BYTES = 200;

  private final GroupQueue<Pending<C>, RowSet<Row>> queue;

  Changes(Destination destination, Form<C> form) {
    this.queue = new GroupQueue<>(destination, new ChangeGroups<>(form));
  }

  /**
   * Makes a change; the answer comes after its commit.
   *
   * @param bytes of what is beside names and numbers
   */
  public Uni<Answer> make(C change, long bytes) {
    return Uni.createFrom()
        .emitter(answer -> queue.add(new Pending<>(change, ROW_BYTES + bytes, answer)));
  }

  /** Takes nothing more, and gives the connections back when what waits is written. */
  public void close() {
    queue.close();
  }

  /** Groups of one kind. */
  private record ChangeGroups<C>(Form<C> form) implements Groups<Pending<C>, RowSet<Row>> {

    @Override
    public Future<RowSet<Row>> write(
        LaneConnection connection, Ticket ticket, List<Pending<C>> group) {
      Tuple tuple =
          Tuple.of(
              TENANT,
              ticket.lane(),
              ticket.number(),
              Math.floorMod(ticket.lane().hashCode(), SHARES));
      form.limits(tuple);
      form.columns(tuple, group.stream().map(Pending::change).toList());
      return connection.execute(form.sql(), tuple);
    }

    @Override
    public void settle(List<Pending<C>> group, RowSet<Row> written) {
      int i = 0;
      for (Row row : written) {
        group.get(i++).answer().complete(Answer.of(row));
      }
    }

    @Override
    public RuntimeException ended() {
      return new JournalUnavailable("the application is ending");
    }
  }
}
