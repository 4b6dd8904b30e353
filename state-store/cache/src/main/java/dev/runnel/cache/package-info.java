/**
 * What routers share to be fast: caches by concern, counters, and who is there. The ports, and
 * their twins in memory. Nothing here decides ownership or duplicates, and all of it can be made
 * anew from the journal, so every call answers within a time, if only that there is no answer.
 */
@NullMarked
package dev.runnel.cache;

import org.jspecify.annotations.NullMarked;
