/**
 * The journal in PostgreSQL. {@link dev.runnel.postgres.PostgresJournal} and its siblings are the
 * ports; {@code append} is the hot path, {@code keyed} what functions keep, {@code group} the group
 * commit of both, {@code stored} the form of what is stored.
 */
@NullMarked
package dev.runnel.postgres;

import org.jspecify.annotations.NullMarked;
