/**
 * The default database: a real PostgreSQL server over a folder, which runs beside the router as a
 * process of its own, outlives it, and ends when nobody has used it for a while. {@link
 * dev.runnel.embedded.EmbeddedDatabase} is the way in.
 */
@NullMarked
package dev.runnel.embedded;

import org.jspecify.annotations.NullMarked;
