/**
 * The caches' values as ProtoStream writes them. What is written here is read by the release before
 * and by the one after, in the same cluster and from the same disk. So:
 *
 * <ul>
 *   <li>a field keeps its number and type for ever; the number stands as {@code number = 4}, since
 *       ProtoStream 6.0 numbers a record's components itself where it is given as {@code 4};
 *   <li>a new field gets the next number, and a value without it must make sense: absent numbers
 *       are 0, absent texts empty;
 *   <li>a field that goes leaves its number in {@code @ProtoReserved}, and its name too;
 *   <li>a reader passes over fields that it does not know;
 *   <li>what cannot be said so is another type, in another cache.
 * </ul>
 */
@NullMarked
package dev.runnel.infinispan.stored;

import org.jspecify.annotations.NullMarked;
