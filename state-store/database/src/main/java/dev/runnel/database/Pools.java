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
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database. It is made ready by whoever wants the first one, so that a router
 * starts before its database does, and says until then that it cannot work yet.
 */
@Singleton
final class Pools implements PgPoolCreator {

  /** What stands in the data source's URL for: the data's own. */
  private static final String EMBEDDED = "embedded";

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
        .<SqlConnectOptions>executeBlocking(() -> DeadConnections.bounded(database.ready()), false)
        .onFailure(why -> Log.errorf("The database is not ready: %s", why.getMessage()));
  }

  @PreDestroy
  void close() {
    if (database != null) {
      database.close();
    }
  }
}
