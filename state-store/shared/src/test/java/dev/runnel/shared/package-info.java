/** Who shares with whom, as it is configured, and what becomes of it. */
@NullMarked
package dev.runnel.shared;

import org.jspecify.annotations.NullMarked;
