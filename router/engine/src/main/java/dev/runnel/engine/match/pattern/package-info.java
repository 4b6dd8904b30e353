/**
 * EventBridge patterns on the attributes and the data of events, with the verdicts of {@code
 * software.amazon.event.ruler:event-ruler:2.1.0}, against which the tests compare them. They differ
 * where event-ruler's are a matter of how it writes values as bytes:
 *
 * <ul>
 *   <li>Numbers are compared without rounding. event-ruler refuses numbers in patterns that no
 *       double represents, or compares their digits, and does not compare those in events.
 *   <li>IPv4 and IPv6 addresses are never equal, or in one another's ranges, and {@code cidr} looks
 *       at strings only. event-ruler compares their hexadecimal digits, also with those of numbers.
 *   <li>A string ends where it ends: {@code {"prefix": "a\""}} does not accept {@code "a"}.
 *   <li>Ignoring case, characters beyond the basic multilingual plane are read as such, not as two
 *       question marks.
 *   <li>A key with a dot is one key.
 *   <li>The tests of a field, and the alternatives of a pattern, do not affect one another. In
 *       event-ruler a range of numbers between two texts may hide the first, and a wildcard before
 *       the same letter in any case accepts everything.
 * </ul>
 *
 * <p>Refused, though event-ruler takes them: what is beyond the limits of {@link
 * dev.runnel.engine.match.pattern.EventPattern}; a key that stands twice in one object; a field
 * that stands twice in one alternative, of which event-ruler forgets the first; {@code $or} where
 * it is no list of at least two objects, which event-ruler's machine then takes for a field; an
 * empty list in {@code anything-but}, on which the machine fails; what follows the mask of a {@code
 * cidr}; text behind the pattern; and at the top anything but attributes and {@code data}.
 */
@NullMarked
package dev.runnel.engine.match.pattern;

import org.jspecify.annotations.NullMarked;
