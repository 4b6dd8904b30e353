/** What metrics may tell: few labels, each with few values. */
@NullMarked
package dev.runnel.server.metrics;

import org.jspecify.annotations.NullMarked;
