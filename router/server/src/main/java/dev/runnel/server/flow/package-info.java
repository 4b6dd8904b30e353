/**
 * Stops 3 and 7: the table of contents, and the conductor that writes what happens and carries out
 * what follows.
 */
@NullMarked
package dev.runnel.server.flow;

import org.jspecify.annotations.NullMarked;
