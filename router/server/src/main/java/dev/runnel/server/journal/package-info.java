/** What remembers runs. The port, and its twin in memory. */
@NullMarked
package dev.runnel.server.journal;

import org.jspecify.annotations.NullMarked;
