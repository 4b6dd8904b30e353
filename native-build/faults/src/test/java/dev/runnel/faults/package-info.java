/**
 * Faults against the packaged router. {@link dev.runnel.faults.Trial} is one cycle: load, a fault,
 * healing, and the books balanced; the tests beside it say which faults, and how often.
 */
@NullMarked
package dev.runnel.faults;

import org.jspecify.annotations.NullMarked;
