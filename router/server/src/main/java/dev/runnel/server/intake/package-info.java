/** Stops 1 and 2 of an event: which request is an event, and may it enter? */
@NullMarked
package dev.runnel.server.intake;

import org.jspecify.annotations.NullMarked;
