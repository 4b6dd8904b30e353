/**
 * One function's queue: which of the calls that wait for it is made next, and when. It decides, and
 * knows no threads and no clock: time is an argument.
 */
@NullMarked
package dev.runnel.engine.queue;

import org.jspecify.annotations.NullMarked;
