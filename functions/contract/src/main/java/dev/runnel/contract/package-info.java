/**
 * What a function and the router agree on: the {@link dev.runnel.contract.Event} that travels
 * between them, the {@link dev.runnel.contract.Problem} that says why something went wrong, and, in
 * {@code manifest}, what a function says about itself. Plain Java: no framework, no I/O.
 */
@NullMarked
package dev.runnel.contract;

import org.jspecify.annotations.NullMarked;
