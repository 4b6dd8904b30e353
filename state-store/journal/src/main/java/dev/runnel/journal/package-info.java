/** What remembers runs and manifests. The ports, and their twins in memory. */
@NullMarked
package dev.runnel.journal;

import org.jspecify.annotations.NullMarked;
