package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Membership;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A claim that others hold up, between its begin and the runs that it gets. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimLockTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  private static final String WAITING =
      "select count(*) from pg_locks where relation = 'open_run'::regclass and not granted";

  @Inject Tables tables;

  @Inject Pool pool;

  @Test
  void saysAHigherEpochThanAnybodyWhoCameBefore() {
    tables.empty();
    PostgresRouters routers = tables.routers();
    Membership member = routers.join("a").await().indefinitely();
    tables.sql("insert into open_run values ('default', 0, 'r1', 1)");
    SqlConnection other = UniHelper.toUni(pool.getConnection()).await().indefinitely();
    try {
      run(other, "begin; lock table open_run in exclusive mode");
      CompletableFuture<Claim> claim = routers.claim(member, 1).subscribeAsCompletionStage();
      awaitWaiting();
      long before = tables.sql("select nextval('epoch')").iterator().next().getLong(0);
      run(other, "commit");

      assertThat(claim.join().runs()).containsExactly("r1");
      assertThat(claim.join().epoch()).isGreaterThan(before);
    } finally {
      other.close();
    }
  }

  private void awaitWaiting() {
    for (int i = 0; tables.sql(WAITING).iterator().next().getLong(0) == 0; i++) {
      assertThat(i).as("looks at a claim that waits for nobody").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void run(SqlConnection connection, String text) {
    UniHelper.toUni(connection.query(text).execute()).await().indefinitely();
  }
}
