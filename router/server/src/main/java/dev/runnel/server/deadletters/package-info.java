/** Steps that failed for good: what the router shows of them, and what it does with them. */
@NullMarked
package dev.runnel.server.deadletters;

import org.jspecify.annotations.NullMarked;
