/**
 * Answers of pure functions that are used again: what makes two calls the same, and how it is kept.
 */
@NullMarked
package dev.runnel.server.invoke.cache;

import org.jspecify.annotations.NullMarked;
