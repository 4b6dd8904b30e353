/**
 * What the router costs. {@link dev.runnel.bench.Bench} starts every server as a process of its
 * own, asks each the same in turns, and writes down how they compare.
 */
@NullMarked
package dev.runnel.bench;

import org.jspecify.annotations.NullMarked;
