/** When a function that fails is left alone. Time is an argument. */
@NullMarked
package dev.runnel.server.invoke.overload;

import org.jspecify.annotations.NullMarked;
