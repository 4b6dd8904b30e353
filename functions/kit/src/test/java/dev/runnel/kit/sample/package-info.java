/** The application that the kit's own tests run: functions of every kind, good and bad. */
@NullMarked
package dev.runnel.kit.sample;

import org.jspecify.annotations.NullMarked;
