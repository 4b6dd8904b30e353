/** What routers share, in Infinispan within the routers: in each alone, or in a cluster of them. */
@NullMarked
package dev.runnel.infinispan;

import org.jspecify.annotations.NullMarked;
