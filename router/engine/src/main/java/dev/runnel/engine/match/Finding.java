package dev.runnel.engine.match;

/**
 * What came of asking a condition, and why.
 *
 * @param because the clause that decided and the values that it saw, as people read it
 */
record Finding(boolean accepted, String because) {}
