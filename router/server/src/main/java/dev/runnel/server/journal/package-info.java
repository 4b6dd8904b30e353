/** Which journal the application has. */
@NullMarked
package dev.runnel.server.journal;

import org.jspecify.annotations.NullMarked;
