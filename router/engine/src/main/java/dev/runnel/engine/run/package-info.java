/**
 * Stop 6 of an event: given what has happened, what next? {@link dev.runnel.engine.run.Run} is an
 * immutable value and a fold over {@link dev.runnel.engine.run.RunEvent}s, so that live execution,
 * replay after a crash and the tests are the same code. Time and randomness are arguments.
 */
@NullMarked
package dev.runnel.engine.run;

import org.jspecify.annotations.NullMarked;
