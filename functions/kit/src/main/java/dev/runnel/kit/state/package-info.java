/**
 * What functions keep by key, shared by all instances of a capability: {@link
 * dev.runnel.kit.state.State} is injected, a {@link dev.runnel.kit.state.StateStore} is behind it.
 * Nothing of it is in an application that does not use it.
 */
@NullMarked
package dev.runnel.kit.state;

import org.jspecify.annotations.NullMarked;
