/**
 * The Quarkus and Funqy glue that every function shares: it binds an event to a function by the
 * function's name, over HTTP and inside the router's own JVM alike.
 */
@NullMarked
package dev.runnel.kit;

import org.jspecify.annotations.NullMarked;
