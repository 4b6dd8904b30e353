package dev.runnel.infinispan.remote;

import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.client.hotrod.exceptions.TransportException;
import org.infinispan.commons.configuration.StringConfiguration;

/** The caches on the server: found there, or made if the user may. All of it blocks. */
record ServedCaches(RemoteCacheManager server, ServedShape shape) {

  private static final Logger LOG = System.getLogger(ServedCaches.class.getName());

  /** Makes those that are not there. */
  void complete() {
    make(
        Concerns.ALL.stream()
            .filter(concern -> server.getCache(shape.name(concern)) == null)
            .toList());
  }

  /** Makes those that are not there any more, of which the client knows no better. */
  void makeAll() {
    make(Concerns.ALL);
  }

  /** The one of this concern, which is there. */
  <K, V> RemoteCache<K, V> get(Concern<?> concern) {
    return server.getCache(shape.name(concern));
  }

  private void make(List<Concern<?>> lacking) {
    for (int i = 0; i < lacking.size(); i++) {
      make(lacking.get(i), lacking.subList(i, lacking.size()));
    }
  }

  /**
   * @param lacking this one, and those that come next
   */
  private void make(Concern<?> concern, List<Concern<?>> lacking) {
    String name = shape.name(concern);
    try {
      server.administration().getOrCreateCache(name, new StringConfiguration(shape.xml(concern)));
      LOG.log(Level.DEBUG, "The cache {0} is there.", name);
    } catch (TransportException gone) {
      throw gone;
    } catch (HotRodClientException refused) {
      throw new RemoteUnavailableException(
          "The Infinispan server lacks %d caches, and does not let this user make them (%s). Let it, or make them as:\n%s"
              .formatted(lacking.size(), RemoteUnavailableException.reason(refused), xml(lacking)),
          refused);
    }
  }

  private String xml(List<Concern<?>> concerns) {
    return concerns.stream().map(shape::xml).collect(Collectors.joining("\n"));
  }
}
