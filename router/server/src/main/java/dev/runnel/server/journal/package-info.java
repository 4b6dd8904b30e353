/** This router's lives among others, and the journal that it writes in each. */
@NullMarked
package dev.runnel.server.journal;

import org.jspecify.annotations.NullMarked;
