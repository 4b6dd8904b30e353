/** The functions that the router knows, as one version that is swapped whole. */
@NullMarked
package dev.runnel.server.functions;

import org.jspecify.annotations.NullMarked;
