/**
 * What joins the router and the functions in one JVM: the placement of dev mode, where saving a
 * file is all it takes to run the new code.
 */
@NullMarked
package dev.runnel.devmode;

import org.jspecify.annotations.NullMarked;
