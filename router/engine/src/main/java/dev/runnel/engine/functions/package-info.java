/** Stub. */
@NullMarked
package dev.runnel.engine.functions;

import org.jspecify.annotations.NullMarked;
