/** Shared state in an Infinispan that somebody else runs, over Hot Rod. */
@NullMarked
package dev.runnel.infinispan.remote;

import org.jspecify.annotations.NullMarked;
