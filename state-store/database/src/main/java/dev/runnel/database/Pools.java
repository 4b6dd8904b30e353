package dev.runnel.database;

import io.quarkus.logging.Log;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database. It is made ready by whoever wants the first one, so that a router
 * starts before its database does, and says until then that it cannot work yet.
 */
@Singleton
final class Pools implements PgPoolCreator {

  /** What stands in the data source's URL for: the data's own. */
  private static final String EMBEDDED = "embedded";

  /** One, and two for signs that follow one whose connection is cut. */
  private static final int OF_SIGNS = 3;

  private final DataHome home;
  private @Nullable Database database;
  private @Nullable Pool ofSigns;

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
    // On an event loop of their own, since the others may have much to do.
    ofSigns = pool(new PoolOptions().setMaxSize(OF_SIGNS).setEventLoopSize(1), chosen, vertx);
    return pool(input.poolOptions(), chosen, vertx);
  }

  private static Pool pool(PoolOptions options, Database database, Vertx vertx) {
    return PgBuilder.pool()
        .with(options)
        .connectingTo(() -> ready(database, vertx))
        .using(vertx)
        .build();
  }

  /** Connections for signs of life alone, once those for everything else are there. */
  Pool ofSigns() {
    return Optional.ofNullable(ofSigns)
        .orElseThrow(() -> new IllegalStateException("no pool was created yet"));
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
    if (ofSigns != null) {
      var _ = ofSigns.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
