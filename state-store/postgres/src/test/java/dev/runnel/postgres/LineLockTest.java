package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.journal.Journal;
import dev.runnel.journal.OrderedRun;
import dev.runnel.postgres.stored.Digest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What holds up a group that comes to a line while another one's commit is under way. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LineLockTest {

  private static final Line LINE = new Line("first", "k");
  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject Tables tables;

  @Inject Pool pool;

  @Test
  void aGroupGetsItsNumberWhenTheOneBeforeIsVisible() {
    Journal journal = tables.journal();
    OrderedRun run = OrderedRun.of("r1", "k");
    SqlConnection other = UniHelper.toUni(pool.getConnection()).await().indefinitely();
    try {
      CompletableFuture<?> begun = whileOtherCommits(other, journal, run);
      assertThat(heads(journal)).isEmpty();
      assertThat(begun).isNotDone();

      run(other, "commit");
      begun.join();
      assertThat(heads(journal)).containsExactly(new Place(LINE, "other", "first"));
      tables.sql("delete from place where run = 'other'");
      assertThat(heads(journal)).containsExactly(run.place());
    } finally {
      other.close();
    }
  }

  /** The other one has a number that nobody sees yet, when the run begins. */
  private CompletableFuture<?> whileOtherCommits(
      SqlConnection other, Journal journal, OrderedRun run) {
    UUID line = Digest.ofLine(LINE);
    run(other, "begin; select pg_advisory_xact_lock(" + line.getMostSignificantBits() + ")");
    run(
        other,
        "insert into place (tenant, line, number, run, step) values ('default', '"
            + line
            + "', nextval('place_number'), 'other', 'first')");
    CompletableFuture<?> begun =
        journal.begin(List.of(run.unwritten())).subscribeAsCompletionStage();
    for (int i = 0; waiting() == 0; i++) {
      assertThat(i).as("looks at a group that waits for nobody").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return begun;
  }

  private long waiting() {
    return tables
        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .iterator()
        .next()
        .getLong(0);
  }

  private static List<Place> heads(Journal journal) {
    return journal.heads(List.of(LINE)).await().indefinitely();
  }

  private static void run(SqlConnection connection, String text) {
    UniHelper.toUni(connection.query(text).execute()).await().indefinitely();
  }
}
