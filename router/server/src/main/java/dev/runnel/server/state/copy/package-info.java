/**
 * Copies of what functions keep, in the cache that routers share. {@link
 * dev.runnel.server.state.copy.CopiedState} is asked; {@link dev.runnel.server.state.copy.Copies}
 * has the rules by which none is older than it may be, whatever gets lost or comes late.
 */
@NullMarked
package dev.runnel.server.state.copy;

import org.jspecify.annotations.NullMarked;
