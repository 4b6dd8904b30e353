/** When a function is left alone: after failures, and while it is busy. Time is an argument. */
@NullMarked
package dev.runnel.server.invoke.overload;

import org.jspecify.annotations.NullMarked;
