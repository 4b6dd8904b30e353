/**
 * The functions that the router knows, as one checked version: {@link
 * dev.runnel.engine.functions.FunctionSet} takes manifests that are good one by one and says
 * whether they are good together. Each thing that can be wrong between them is a class of its own.
 */
@NullMarked
package dev.runnel.engine.functions;

import org.jspecify.annotations.NullMarked;
