/** What remembers runs and manifests. The ports, and their twins in memory. */
@NullMarked
package dev.runnel.server.journal;

import org.jspecify.annotations.NullMarked;
