package dev.runnel.database;

import dev.runnel.journal.Manifests;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.postgres.PostgresCounters;
import dev.runnel.postgres.PostgresKeyedState;
import dev.runnel.postgres.PostgresLeases;
import dev.runnel.postgres.PostgresManifests;
import dev.runnel.postgres.PostgresRouters;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What remembers, in the database. */
@Singleton
final class Stores {

  /** Connections that write what functions keep; leases and counters have one each. */
  private static final int STATE_LANES = 2;

  private @Nullable NameLock lock;

  @Produces
  @Singleton
  Destination destination(Vertx vertx, Pool pool) {
    return new Destination(vertx, pool, CommitLimits.DEFAULTS);
  }

  @Produces
  @Singleton
  PostgresRouters routers(
      Destination destination,
      Mutiny.SessionFactory factory,
      Pools pools,
      @ConfigProperty(name = "runnel.retention.duplicates") Optional<Duration> duplicates) {
    Duration known = duplicates.orElse(PostgresRouters.DUPLICATES);
    return new PostgresRouters(destination, factory, pools.ofSigns(), known);
  }

  void close(@Disposes PostgresRouters routers) {
    routers.close();
  }

  @Produces
  @Singleton
  Retention retention(PostgresRouters routers) {
    return routers.retention();
  }

  @Produces
  @Singleton
  Manifests manifests(Vertx vertx, Mutiny.SessionFactory factory) {
    return new PostgresManifests(vertx, factory);
  }

  @Produces
  @Singleton
  PostgresKeyedState keyedState(Destination destination, Mutiny.SessionFactory factory) {
    return new PostgresKeyedState(
        destination.withLanes(STATE_LANES), factory, KeyedLimits.DEFAULTS);
  }

  void close(@Disposes PostgresKeyedState state) {
    state.close();
  }

  @Produces
  @Singleton
  PostgresLeases leases(Destination destination, Mutiny.SessionFactory factory) {
    return new PostgresLeases(destination.withLanes(1), factory, KeyedLimits.DEFAULTS);
  }

  void close(@Disposes PostgresLeases leases) {
    leases.close();
  }

  @Produces
  @Singleton
  PostgresCounters counters(Destination destination, Mutiny.SessionFactory factory) {
    return new PostgresCounters(destination.withLanes(1), factory, KeyedLimits.DEFAULTS);
  }

  void close(@Disposes PostgresCounters counters) {
    counters.close();
  }

  @Produces
  @Singleton
  RouterName name(RouterConfig config, DataHome home) {
    return config.name().map(RouterName::new).orElseGet(() -> locked(home));
  }

  private RouterName locked(DataHome home) {
    NameLock taken = NameLock.take(home.folder());
    lock = taken;
    return new RouterName(host() + "-" + taken.number());
  }

  void release(@Disposes RouterName name) {
    if (lock != null) {
      lock.close();
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
