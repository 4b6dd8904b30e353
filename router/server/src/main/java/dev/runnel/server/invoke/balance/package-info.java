/** The URLs of a function: which they are, how each fares, and which one gets the next call. */
@NullMarked
package dev.runnel.server.invoke.balance;

import org.jspecify.annotations.NullMarked;
