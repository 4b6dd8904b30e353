/**
 * The functions that the router knows, as one version that is swapped whole; what is put at run
 * time is held against all that is there, written, and then in force.
 */
@NullMarked
package dev.runnel.server.functions;

import org.jspecify.annotations.NullMarked;
