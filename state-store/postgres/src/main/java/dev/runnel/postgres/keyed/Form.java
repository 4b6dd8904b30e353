package dev.runnel.postgres.keyed;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/** How a kind of change is told to the database. */
interface Form<C> {

  /** The function that makes the changes. */
  ChangeSql sql();

  /** Adds how much there may be of it. */
  void limits(Tuple tuple);

  /** Adds the changes, column by column. */
  void columns(Tuple tuple, List<C> changes);
}
