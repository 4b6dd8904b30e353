/**
 * How runs' events and plans stand in the database: CBOR (RFC 8949) behind a version, so that other
 * programs can read it too. No class is ever named in it.
 */
@NullMarked
package dev.runnel.postgres.stored;

import org.jspecify.annotations.NullMarked;
