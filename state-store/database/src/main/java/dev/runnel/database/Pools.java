package dev.runnel.database;

import io.quarkus.logging.Log;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database. It is made ready by whoever wants the first one, so that a router
 * starts before its database does, and says until then that it cannot work yet.
 */
@Singleton
final class Pools implements PgPoolCreator {

  /** What stands in the data source's URL for: the data's own. */
  private static final String EMBEDDED = "embedded";

  private static final int SILENCE_SECONDS = 30;

  private static final int CONNECT_MILLIS = 5_000;

  private final DataHome home;
  private @Nullable Database database;

  Pools(DataHome home) {
    this.home = home;
  }

  @Override
  public Pool create(Input input) {
    Database chosen = chosen(input.pgConnectOptionsList().getFirst());
    database = chosen;
    Vertx vertx = input.vertx();
    // Beside the rest of the start, which takes about as long. Whoever connects says what is wrong.
    var _ = vertx.executeBlocking(chosen::ready, false);
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(() -> ready(chosen, vertx))
        .using(vertx)
        .build();
  }

  private Database chosen(PgConnectOptions options) {
    return options.getHost().equals(EMBEDDED)
        ? new OwnDatabase(home.folder())
        : new NamedDatabase(options);
  }

  private static Future<SqlConnectOptions> ready(Database database, Vertx vertx) {
    return vertx
        .<SqlConnectOptions>executeBlocking(() -> bounded(database.ready()), false)
        .onFailure(why -> Log.errorf("The database is not ready: %s", why.getMessage()));
  }

  /**
   * A connection may be dead without anybody saying so. It is closed when nothing has been heard on
   * it for this long, which is longer than any statement takes, so that it frees its place.
   */
  private static PgConnectOptions bounded(PgConnectOptions options) {
    var bounded = new PgConnectOptions(options);
    bounded.setIdleTimeout(SILENCE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
    bounded.setConnectTimeout(CONNECT_MILLIS);
    // Locks of a router that was cut off in the middle are not held until TCP gives up.
    bounded.addProperty("idle_in_transaction_session_timeout", SILENCE_SECONDS + "s");
    return bounded;
  }

  @PreDestroy
  void close() {
    if (database != null) {
      database.close();
    }
  }
}
