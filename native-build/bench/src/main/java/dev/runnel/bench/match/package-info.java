/**
 * What it costs to find out who gets an event, with JMH: our own and the libraries that others use
 * for it, on the same events. Each benchmark compares what both say before anything is timed.
 */
@NullMarked
package dev.runnel.bench.match;

import org.jspecify.annotations.NullMarked;
