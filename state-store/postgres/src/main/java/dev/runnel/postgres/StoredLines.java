package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.postgres.stored.Digest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads who stands first in lines. */
record StoredLines(Pool pool) {

  private static final String HEADS =
      """
      select l.line, head.run, head.step from unnest($2::uuid[]) as l (line), lateral (
        select run, step from place where tenant = $1 and line = l.line
        order by number limit 1) head
      """;

  Uni<List<Place>> heads(Collection<Line> lines) {
    var known = new HashMap<UUID, Line>();
    lines.forEach(line -> known.put(Digest.ofLine(line), line));
    Tuple parameters =
        Tuple.tuple().addString(TENANT).addArrayOfUUID(known.keySet().toArray(UUID[]::new));
    return UniHelper.toUni(pool.preparedQuery(HEADS).execute(parameters))
        .map(rows -> places(rows, known))
        .onFailure()
        .transform(why -> new JournalUnavailable("the database did not say who is first", why));
  }

  private static List<Place> places(RowSet<Row> rows, Map<UUID, Line> known) {
    var heads = new ArrayList<Place>(rows.size());
    for (Row row : rows) {
      Line line = known.get(row.getUUID(0));
      if (line != null) {
        heads.add(new Place(line, row.getString(1), row.getString(2)));
      }
    }
    return heads;
  }
}
