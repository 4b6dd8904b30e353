/** Tests of what is computed from what was measured. */
@NullMarked
package dev.runnel.bench;

import org.jspecify.annotations.NullMarked;
