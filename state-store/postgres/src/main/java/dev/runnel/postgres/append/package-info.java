/**
 * The hot path: many calls' rows in one statement, one round trip and one commit. {@code group}
 * gathers and sends, {@link dev.runnel.postgres.append.GroupStatement} is what is sent.
 */
@NullMarked
package dev.runnel.postgres.append;

import org.jspecify.annotations.NullMarked;
