/** Whether this router lives, and whether it takes events: what {@code /q/health} tells. */
@NullMarked
package dev.runnel.server.health;

import org.jspecify.annotations.NullMarked;
