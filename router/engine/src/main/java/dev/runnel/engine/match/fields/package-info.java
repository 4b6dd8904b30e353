/**
 * What conditions can look at in an event: its attributes, and the values within its data that some
 * pattern names. Data is read once for each event, when the first condition asks for it, and only
 * where a pattern looks.
 */
@NullMarked
package dev.runnel.engine.match.fields;

import org.jspecify.annotations.NullMarked;
