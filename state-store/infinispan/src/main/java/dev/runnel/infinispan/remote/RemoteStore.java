package dev.runnel.infinispan.remote;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CachesByConcern;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Counters;
import dev.runnel.cache.HeartbeatMembers;
import dev.runnel.cache.LimitedCalls;
import dev.runnel.cache.Members;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.infinispan.settings.Deployment.Remote;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.shape.Pulse;
import dev.runnel.infinispan.shape.SharedCounters;
import java.time.InstantSource;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.RemoteCounterManagerFactory;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;

/** Shared state in an Infinispan that somebody else runs. */
public final class RemoteStore implements StateStore {

  private final RemoteCacheManager server;
  private final CachesByConcern<ServedCache<?>> caches;
  private final Counters counters;
  private final HeartbeatMembers members;
  private final Pulse pulse;

  private RemoteStore(Settings settings, Remote remote, RemoteCacheManager server) {
    this.server = server;
    var calls = new LimitedCalls("The Infinispan server", settings.limits());
    var longCalls = new LimitedCalls("The Infinispan server", settings.limits().forAll());
    var served = new ServedCaches(server, new ServedShape(remote.name()));
    served.complete();
    caches = new CachesByConcern<>(concern -> cache(concern, served, calls, longCalls));
    counters =
        new WindowCounters(
            new SharedCounters(
                RemoteCounterManagerFactory.asCounterManager(server), remote.name(), calls),
            InstantSource.system());
    members =
        new HeartbeatMembers(
            cache(Concerns.HEARTBEATS),
            settings.router(),
            InstantSource.system(),
            System::nanoTime);
    var upkeep = new Upkeep(served, caches.all(), caches.found(Concerns.HEARTBEATS));
    pulse = Pulse.of(() -> members.beat().invoke(upkeep::after));
  }

  /**
   * Connects, and makes the caches that are not there.
   *
   * @throws RemoteUnavailableException saying why it cannot be used
   */
  public static RemoteStore connect(Settings settings, Remote remote) {
    var server = new RemoteCacheManager(ClientShape.of(settings, remote), false);
    try {
      server.start();
      return new RemoteStore(settings, remote, server);
    } catch (HotRodClientException failed) {
      end(server);
      throw new RemoteUnavailableException(
          "The Infinispan at %s cannot be used (%s). See whether it runs there, as whom it is asked, and whether it wants TLS."
              .formatted(remote.places(), RemoteUnavailableException.reason(failed)),
          failed);
    } catch (RuntimeException failed) {
      end(server);
      throw failed;
    }
  }

  /**
   * A listener that a server which is gone cannot be told to forget would keep the client from
   * ending anything else. It is forgotten with the connection.
   */
  private static void end(RemoteCacheManager server) {
    if (server.isStarted()) {
      server.getListenerNotifier().stop();
      server.close();
    }
  }

  private static <V extends Record> ServedCache<V> cache(
      Concern<V> concern, ServedCaches served, LimitedCalls calls, LimitedCalls longCalls) {
    return new ServedCache<>(concern, served.get(concern), calls, longCalls);
  }

  @Override
  public <V extends Record> Cache<V> cache(Concern<V> concern) {
    return caches.get(concern);
  }

  @Override
  public Counters counters() {
    return counters;
  }

  @Override
  public Members members() {
    return members;
  }

  /** Shared with whoever else asks there. */
  @Override
  public Standing standing() {
    return new Standing.Joined();
  }

  @Override
  public void close() {
    pulse.close();
    members.close();
    end(server);
  }
}
