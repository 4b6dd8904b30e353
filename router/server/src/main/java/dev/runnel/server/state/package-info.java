/**
 * What functions keep, over HTTP: values by key, leases and counters of a capability, for whoever
 * has its token.
 */
@NullMarked
package dev.runnel.server.state;

import org.jspecify.annotations.NullMarked;
