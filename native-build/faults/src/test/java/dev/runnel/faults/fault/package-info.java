/** What is broken, one class each. */
@NullMarked
package dev.runnel.faults.fault;

import org.jspecify.annotations.NullMarked;
