package dev.runnel.postgres;

import static java.util.stream.Collectors.toMap;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.DeadLetterQuery.Cursor;
import dev.runnel.postgres.row.DeadLetterRow;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for dead letters, the newest first, page by page of the database until a page of the answer
 * is full. The rows say where they are; what they say is read from their runs' events.
 */
record DeadLetterSearch(DeadLetterQuery query, StoredRuns runs) {

  /** Runs whose events are in memory at the same time. */
  private static final int MOST_READ = 100;

  Uni<DeadLetterPage> page() {
    return page(query.after(), new Legible<>(List.of(), List.of()));
  }

  private Uni<DeadLetterPage> page(Optional<Cursor> after, Legible<DeadLetterBrief> found) {
    int wanted = Math.min(query.limit() + 1, MOST_READ);
    return new DeadLetterConditions(query, after)
        .select(runs.sessions(), wanted)
        .chain(
            rows ->
                briefs(rows)
                    .map(more -> found.and(more.read(), more.unreadable()))
                    .chain(all -> next(wanted, rows, all)));
  }

  /** A page is full when there is more than fits, be it only of runs that cannot be read. */
  private Uni<DeadLetterPage> next(
      int wanted, List<DeadLetterRow> rows, Legible<DeadLetterBrief> found) {
    if (found.read().size() > query.limit() || rows.size() < wanted) {
      return Uni.createFrom().item(DeadLetterPage.of(found.read(), query, found.unreadable()));
    }
    DeadLetterRow last = rows.getLast();
    var place = Optional.of(new Cursor(last.failedAt, last.run, last.position));
    return found.unreadable().size() >= query.limit()
        ? Uni.createFrom().item(new DeadLetterPage(found.read(), place, found.unreadable()))
        : page(place, found);
  }

  /** What the rows stand for. A letter that was closed after its row was read is left out. */
  private Uni<Legible<DeadLetterBrief>> briefs(List<DeadLetterRow> rows) {
    List<String> ids = rows.stream().map(row -> row.run).distinct().toList();
    return runs.legible(ids)
        .map(
            found -> {
              Map<Place, DeadLetterBrief> open = open(found.read());
              return new Legible<>(
                  rows.stream()
                      .flatMap(row -> Stream.ofNullable(open.get(new Place(row.run, row.position))))
                      .filter(query::fits)
                      .toList(),
                  found.unreadable());
            });
  }

  private record Place(String run, int position) {}

  private static Map<Place, DeadLetterBrief> open(List<List<RunEvent>> runs) {
    return runs.stream()
        .filter(events -> !events.isEmpty())
        .flatMap(
            events ->
                DeadLetterBrief.of((RunEvent.Began) events.getFirst(), History.of(events)).stream())
        .collect(toMap(it -> new Place(it.run(), it.letter().position()), Function.identity()));
  }
}
