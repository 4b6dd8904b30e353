/** What remembers runs, manifests, and who owns a run. The ports, and their twins in memory. */
@NullMarked
package dev.runnel.journal;

import org.jspecify.annotations.NullMarked;
