/**
 * Group commit: what many callers want to have written at the same time goes to the database as one
 * statement, and is one commit. What the statement says is the caller's.
 */
@NullMarked
package dev.runnel.postgres.group;

import org.jspecify.annotations.NullMarked;
