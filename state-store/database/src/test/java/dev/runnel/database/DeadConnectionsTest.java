package dev.runnel.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Routers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How connections are set up, as PostgreSQL says itself. */
@QuarkusTest
@TestProfile(DatabaseTest.InAFolder.class)
class DeadConnectionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Pool pool;

  @Test
  void areGivenUpByPostgresqlToo() {
    DeadConnections.SESSION.forEach(
        (setting, value) -> assertThat(shown(setting)).as(setting).isEqualTo(value));
  }

  @Test
  void areGivenUpBeforeALeaseIsOver() {
    PgConnectOptions bounded = DeadConnections.bounded(new PgConnectOptions());

    assertThat(Duration.ofMillis(bounded.getTcpUserTimeout()))
        .isPositive()
        .isLessThan(Routers.LEASE);
    assertThat(Duration.ofMillis(bounded.getConnectTimeout())).isLessThan(Routers.LEASE);
  }

  private String shown(String setting) {
    return UniHelper.toUni(pool.query("show " + setting).execute())
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getString(0);
  }
}
