/**
 * Routers, their journal, their functions and those who send events, all in one thread and in
 * virtual time, with everything random drawn from one seed; and the ledger that holds against them
 * what they promise.
 */
@NullMarked
package dev.runnel.simulation;

import org.jspecify.annotations.NullMarked;
