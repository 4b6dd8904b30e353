/** Why an event is wanted or not, and what would run: told, and nothing else is done. */
@NullMarked
package dev.runnel.server.explain;

import org.jspecify.annotations.NullMarked;
