package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.postgres.row.DeadLetterRow;
import dev.runnel.postgres.stored.Columns;
import dev.runnel.postgres.stored.Digest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes the rows of all dead letters anew from the runs' events, some runs at a time. Appends that
 * change dead letters wait for the runs of one page, all others for nothing.
 */
record DeadLetterRebuild(StoredRuns runs) {

  private static final int PAGE = 100;

  /** Whoever writes to the table waits from here on; whatever was written is seen. */
  private static final String LOCK = "lock table dead_letter in share row exclusive mode";

  private static final String IDS =
      "select id from RunRow where tenant = :tenant and id > :after and compacted = false order by id";
  private static final String FORGET =
      "delete from DeadLetterRow where tenant = :tenant and run not in :kept and run > :after and run <= :last";
  private static final String FORGET_REST =
      "delete from DeadLetterRow where tenant = :tenant and run not in :kept and run > :after";

  /** No run is called so; a list that nothing is in may not be one of no run to the database. */
  private static final String NO_RUN = "";

  /** Runs that are named of those that cannot be read. */
  private static final int MOST_NAMED = 1_000;

  /** How far it has come. */
  private static final class Mark {

    /** The last run that was looked at. */
    private String run = "";
  }

  /**
   * Runs that were looked at.
   *
   * @param unreadable those of them whose dead letters stay as they are
   */
  private record Page(List<String> ids, List<String> unreadable) {}

  /** Runs that cannot be read. */
  Uni<List<String>> all() {
    return Multi.createBy()
        .repeating()
        .uni(Mark::new, this::nextPage)
        .whilst(page -> page.ids().size() == PAGE)
        .collect()
        .in(ArrayList::new, DeadLetterRebuild::name);
  }

  private static void name(List<String> named, Page page) {
    page.unreadable().stream().limit(MOST_NAMED - named.size()).forEach(named::add);
  }

  private Uni<Page> nextPage(Mark mark) {
    return page(mark.run)
        .invoke(page -> mark.run = page.ids().isEmpty() ? mark.run : page.ids().getLast());
  }

  /** The runs whose dead letters were made anew. */
  private Uni<Page> page(String after) {
    return runs.sessions()
        .change(
            session ->
                session
                    .createNativeQuery(LOCK)
                    .executeUpdate()
                    .chain(locked -> ids(session, after))
                    .chain(ids -> renewed(session, after, ids)));
  }

  private Uni<Page> renewed(Mutiny.StatelessSession session, String after, List<String> ids) {
    return runs.legible(ids)
        .map(found -> new Legible<>(letters(found.read()), found.unreadable()))
        .call(found -> forget(session, after, ids, found.unreadable()))
        .call(found -> session.insertAll(found.read().toArray()))
        .map(found -> new Page(ids, found.unreadable()));
  }

  private static Uni<List<String>> ids(Mutiny.StatelessSession session, String after) {
    return session
        .createQuery(IDS, String.class)
        .setParameter("tenant", TENANT)
        .setParameter("after", after)
        .setMaxResults(PAGE)
        .getResultList();
  }

  /** Those of these runs; on the last page also those of runs that are not there any more. */
  private static Uni<Integer> forget(
      Mutiny.StatelessSession session, String after, List<String> ids, List<String> unreadable) {
    var query =
        ids.size() < PAGE
            ? session.createMutationQuery(FORGET_REST)
            : session.createMutationQuery(FORGET).setParameter("last", ids.getLast());
    return query
        .setParameter("tenant", TENANT)
        .setParameter("after", after)
        .setParameter("kept", unreadable.isEmpty() ? List.of(NO_RUN) : unreadable)
        .executeUpdate();
  }

  private static List<DeadLetterRow> letters(List<List<RunEvent>> found) {
    return found.stream()
        .flatMap(
            events ->
                DeadLetterBrief.of((RunEvent.Began) events.getFirst(), History.of(events)).stream())
        .map(DeadLetterRebuild::row)
        .toList();
  }

  private static DeadLetterRow row(DeadLetterBrief brief) {
    var row = new DeadLetterRow();
    row.tenant = TENANT;
    row.run = brief.run();
    row.position = brief.letter().position();
    row.step = brief.letter().step();
    row.function = brief.function();
    row.typeDigest = Digest.ofText(brief.event().type());
    row.codeDigest = Digest.ofText(brief.letter().problem().code());
    row.failedAt = Columns.time(brief.letter().at()).toInstant();
    return row;
  }
}
