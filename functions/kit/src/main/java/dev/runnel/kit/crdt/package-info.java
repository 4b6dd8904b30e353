/**
 * State that replicas change apart and that comes out the same everywhere once they have been
 * merged, in whatever order and however often: the state-based data types of Shapiro, Preguiça,
 * Baquero and Zawirski, "A comprehensive study of Convergent and Commutative Replicated Data Types"
 * (INRIA RR-7506, 2011). All are immutable, and records that are written as JSON; who keeps one
 * under a key of {@code State} merges what is there with what it has.
 */
@NullMarked
package dev.runnel.kit.crdt;

import org.jspecify.annotations.NullMarked;
