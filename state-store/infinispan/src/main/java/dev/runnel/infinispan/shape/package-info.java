/** How the cache of each concern is made, whoever keeps it. */
@NullMarked
package dev.runnel.infinispan.shape;

import org.jspecify.annotations.NullMarked;
