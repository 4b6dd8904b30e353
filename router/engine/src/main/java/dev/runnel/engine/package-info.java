/**
 * The decisions, stops 4 to 6 of an event: match, plan, run. Pure values and functions over them:
 * no framework, no threads, no clock, no I/O.
 */
@NullMarked
package dev.runnel.engine;

import org.jspecify.annotations.NullMarked;
