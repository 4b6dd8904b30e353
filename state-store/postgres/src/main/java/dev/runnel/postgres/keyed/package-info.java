/**
 * What functions keep, as groups of changes: each is one call of a function of the database, which
 * {@code db/migration} holds, and one commit. {@link dev.runnel.postgres.keyed.Changes} is how one
 * gets into a group.
 */
@NullMarked
package dev.runnel.postgres.keyed;

import org.jspecify.annotations.NullMarked;
