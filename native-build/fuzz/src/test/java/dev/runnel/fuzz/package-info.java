/**
 * Fuzz targets: one class for each reader of what strangers send. A target takes bytes, and throws
 * when the reader threw, or did not keep its word. The build runs their seeds and mutations of
 * them; Jazzer, guided by coverage, runs them for as long as it is told to.
 */
@NullMarked
package dev.runnel.fuzz;

import org.jspecify.annotations.NullMarked;
