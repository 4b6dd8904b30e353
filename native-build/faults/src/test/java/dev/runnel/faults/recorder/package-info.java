/**
 * The functions behind the router, in a process of their own, and another, which writes down each
 * call and outlives them. Nothing of the product is in it.
 */
@NullMarked
package dev.runnel.faults.recorder;

import org.jspecify.annotations.NullMarked;
