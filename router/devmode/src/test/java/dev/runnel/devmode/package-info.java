/** What dev mode says. */
@NullMarked
package dev.runnel.devmode;

import org.jspecify.annotations.NullMarked;
