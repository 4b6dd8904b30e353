/** Forgets runs that are over, in the background. */
@NullMarked
package dev.runnel.server.retention;

import org.jspecify.annotations.NullMarked;
