/**
 * Where a capability's state, leases and counters are: at the router, in memory, or wherever the
 * application says by a bean of its own of {@link dev.runnel.kit.backend.Backends}. Nothing of it
 * is in an application that does not use it.
 */
@NullMarked
package dev.runnel.kit.backend;

import org.jspecify.annotations.NullMarked;
