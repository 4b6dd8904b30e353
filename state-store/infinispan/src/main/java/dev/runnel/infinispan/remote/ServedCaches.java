package dev.runnel.infinispan.remote;

import dev.runnel.cache.Concern;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.commons.configuration.StringConfiguration;

/** The caches on the server: found there, or made if the user may. */
record ServedCaches(RemoteCacheManager server) {

  private static final Logger LOG = System.getLogger(ServedCaches.class.getName());

  /** The one of this concern; blocks. */
  <K, V> RemoteCache<K, V> get(Concern<?> concern) {
    String name = ClientShape.name(concern);
    RemoteCache<K, V> present = server.getCache(name);
    return present == null ? made(concern, name) : present;
  }

  private <K, V> RemoteCache<K, V> made(Concern<?> concern, String name) {
    String xml = ClientShape.xml(concern);
    try {
      RemoteCache<K, V> made =
          server.administration().getOrCreateCache(name, new StringConfiguration(xml));
      LOG.log(Level.INFO, "The cache {0} was not there and is made.", name);
      return made;
    } catch (HotRodClientException refused) {
      throw new IllegalStateException(
          "The Infinispan server has no cache %s, and does not let this user make it (%s). Make it as:%n%s"
              .formatted(name, refused.getMessage(), xml),
          refused);
    }
  }
}
