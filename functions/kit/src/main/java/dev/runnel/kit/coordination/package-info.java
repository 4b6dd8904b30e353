/**
 * How instances of a capability agree on who does what: leases with fencing tokens, elections,
 * counters, and groups of those that are there. Injected: {@link
 * dev.runnel.kit.coordination.Leases} and {@link dev.runnel.kit.coordination.Counters}.
 */
@NullMarked
package dev.runnel.kit.coordination;

import org.jspecify.annotations.NullMarked;
