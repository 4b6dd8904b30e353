/** Shared state within the routers: one of them alone, or a cluster. */
@NullMarked
package dev.runnel.infinispan.embedded;

import org.jspecify.annotations.NullMarked;
