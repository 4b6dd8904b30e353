/**
 * What a capability costs before it has done anything: {@link dev.runnel.bench.start.StartBench}
 * starts it in each of its forms, asks it, measures it, and holds it to a budget.
 */
@NullMarked
package dev.runnel.bench.start;

import org.jspecify.annotations.NullMarked;
