/** Tests of what is computed from what was measured. */
@NullMarked
package dev.runnel.bench.start;

import org.jspecify.annotations.NullMarked;
