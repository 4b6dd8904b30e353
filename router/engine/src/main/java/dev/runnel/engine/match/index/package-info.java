/**
 * Which conditions an event can fulfil at all: each is found by something that every event it
 * accepts must have, a {@link dev.runnel.engine.match.index.Key}, and is asked only then. All is
 * immutable; a changed {@link dev.runnel.engine.match.index.Index} shares what did not change.
 */
@NullMarked
package dev.runnel.engine.match.index;

import org.jspecify.annotations.NullMarked;
