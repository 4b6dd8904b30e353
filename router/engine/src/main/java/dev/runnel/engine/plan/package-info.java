/** Stop 5 of an event: in which order do the functions run, and what stands in for which? */
@NullMarked
package dev.runnel.engine.plan;

import org.jspecify.annotations.NullMarked;
