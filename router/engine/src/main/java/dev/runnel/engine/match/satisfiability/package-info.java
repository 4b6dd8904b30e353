/**
 * What triggers want, as far as it can be said without an event: enough to see that one wants
 * nothing, or nothing that another one does not want. Whatever is said here is certain; what cannot
 * be seen is taken to be possible.
 */
@NullMarked
package dev.runnel.engine.match.satisfiability;

import org.jspecify.annotations.NullMarked;
