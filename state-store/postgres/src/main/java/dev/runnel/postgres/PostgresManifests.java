package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;
import static java.util.stream.Collectors.toMap;

import dev.runnel.journal.Manifests;
import dev.runnel.postgres.row.VersionRow;
import dev.runnel.postgres.stored.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Manifests in PostgreSQL: every version is kept. */
public final class PostgresManifests implements Manifests {

  private static final String LATEST =
      """
      from VersionRow v where v.tenant = :tenant and v.number =
        (select max(o.number) from VersionRow o where o.tenant = :tenant and o.name = v.name)
      """;

  private final Sessions sessions;

  public PostgresManifests(Vertx vertx, Mutiny.SessionFactory factory) {
    this.sessions = new Sessions(vertx, factory);
  }

  @Override
  public Uni<Long> revision() {
    return sessions.ask(PostgresManifests::revision);
  }

  private static Uni<Long> revision(StatelessSession session) {
    return session
        .createQuery("select revision from ManifestSetRow where tenant = :tenant", Long.class)
        .setParameter("tenant", TENANT)
        .getSingleResult();
  }

  /** At one moment: the revision is that of the versions. */
  @Override
  public Uni<Content> read() {
    return sessions.snapshot(
        session ->
            revision(session)
                .chain(revision -> latest(session).map(rows -> content(revision, rows))));
  }

  @Override
  public Uni<Writing> append(long revision, List<Change> changes) {
    for (Change change : changes) {
      if (!Text.fitsColumn(change.name())
          || (change.document() != null && !Text.fitsColumn(change.document()))) {
        throw new IllegalArgumentException(
            "a manifest has a NUL or half a surrogate pair; write it as JSON escapes it");
      }
    }
    return sessions.change(session -> write(session, revision, changes));
  }

  private static Uni<Writing> write(StatelessSession session, long revision, List<Change> changes) {
    return session
        .createMutationQuery(
            "update ManifestSetRow set revision = revision + 1 where tenant = :tenant and revision = :revision")
        .setParameter("tenant", TENANT)
        .setParameter("revision", revision)
        .executeUpdate()
        .chain(
            updated ->
                updated == 0
                    ? Uni.createFrom().item(new Writing.Overtaken())
                    : insert(session, revision + 1, changes));
  }

  private static Uni<Writing> insert(
      StatelessSession session, long revision, List<Change> changes) {
    return latest(session)
        .map(rows -> rows.stream().collect(toMap(row -> row.name, row -> row.number)))
        .map(numbers -> changes.stream().map(it -> row(it, numbers, revision)).toList())
        .chain(
            rows ->
                session
                    .insertAll(rows.toArray())
                    .replaceWith(
                        new Writing.Written(
                            revision,
                            rows.stream().collect(toMap(row -> row.name, row -> row.number)))));
  }

  private static VersionRow row(Change change, Map<String, Integer> numbers, long revision) {
    var row = new VersionRow();
    row.tenant = TENANT;
    row.name = change.name();
    row.number = 1 + numbers.getOrDefault(change.name(), 0);
    row.source = change.source().name();
    row.patient = change.patient();
    row.document = change.document();
    row.revision = revision;
    return row;
  }

  private static Uni<List<VersionRow>> latest(StatelessSession session) {
    return session
        .createQuery(LATEST, VersionRow.class)
        .setParameter("tenant", TENANT)
        .getResultList();
  }

  private static Content content(long revision, List<VersionRow> rows) {
    return new Content(
        revision,
        rows.stream().filter(row -> row.document != null).map(PostgresManifests::version).toList());
  }

  private static Version version(VersionRow row) {
    String document = row.document;
    return new Version(
        row.name,
        row.number,
        Source.valueOf(row.source),
        row.patient,
        document == null ? "" : document);
  }
}
