/** What routers share, in Infinispan: within the routers, or in a cluster of its own. */
@NullMarked
package dev.runnel.infinispan;

import org.jspecify.annotations.NullMarked;
