@NullMarked
package dev.runnel.engine.queue;

import org.jspecify.annotations.NullMarked;
