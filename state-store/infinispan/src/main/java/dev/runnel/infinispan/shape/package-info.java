/** How the caches and counters are made, for one router and for a cluster. */
@NullMarked
package dev.runnel.infinispan.shape;

import org.jspecify.annotations.NullMarked;
