/**
 * Stop 4 of an event: which functions want it? One file per kind of condition; conditions are
 * compiled once, and matching never throws.
 */
@NullMarked
package dev.runnel.engine.match;

import org.jspecify.annotations.NullMarked;
