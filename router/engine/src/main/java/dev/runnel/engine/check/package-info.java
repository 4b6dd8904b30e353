/**
 * {@code ./runnel check}: what is wrong, and what is hardly meant, in manifests that lie in files,
 * without starting anything.
 */
@NullMarked
package dev.runnel.engine.check;

import org.jspecify.annotations.NullMarked;
