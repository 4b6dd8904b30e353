/**
 * What the caches hold, concern by concern. Plain records; how they are written is a store's own.
 */
@NullMarked
package dev.runnel.cache.value;

import org.jspecify.annotations.NullMarked;
