/** Which routers there are: what {@code /cluster} tells. */
@NullMarked
package dev.runnel.server.cluster;

import org.jspecify.annotations.NullMarked;
