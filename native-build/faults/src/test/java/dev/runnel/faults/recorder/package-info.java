/**
 * The functions behind the router, in a process of their own, and the file in which they write down
 * each call. Nothing of the product is in it.
 */
@NullMarked
package dev.runnel.faults.recorder;

import org.jspecify.annotations.NullMarked;
