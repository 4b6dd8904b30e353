package dev.runnel.infinispan.remote;

import dev.runnel.cache.Concern;
import dev.runnel.infinispan.shape.CacheShape;
import org.infinispan.commons.dataconversion.MediaType;

/**
 * What the server calls the caches, and how it is told to make them.
 *
 * @param owner of the caches, which their names begin with
 */
record ServedShape(String owner) {

  /** The name of the cache of this concern. */
  String name(Concern<?> concern) {
    return owner + "-" + concern.name();
  }

  /** What the server has to be told to make it, in a line. */
  String xml(Concern<?> concern) {
    String document =
        CacheShape.served(concern)
            .toStringConfiguration(name(concern), MediaType.APPLICATION_XML, false);
    return document.substring(document.indexOf("?>") + 2).strip();
  }
}
