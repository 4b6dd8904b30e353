/**
 * Describes a native executable: a Containerfile that makes it an image, and the bill of what it is
 * made of. The capabilities' native build runs it when the executable is there.
 */
@NullMarked
package dev.runnel.images;

import org.jspecify.annotations.NullMarked;
