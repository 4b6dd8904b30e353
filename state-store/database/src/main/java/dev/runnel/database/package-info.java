/**
 * Which database an application remembers in: one beside it in a folder of its own, or the one that
 * it was told of. {@link dev.runnel.database.Pools} decides, {@link dev.runnel.database.Stores} is
 * what comes of it.
 */
@NullMarked
package dev.runnel.database;

import org.jspecify.annotations.NullMarked;
