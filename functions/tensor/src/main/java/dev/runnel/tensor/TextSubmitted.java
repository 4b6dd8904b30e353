package dev.runnel.tensor;

import org.jspecify.annotations.Nullable;

/**
 * What is to be encoded.
 *
 * @param text any language; not blank, at most {@value #LONGEST} characters
 */
public record TextSubmitted(@Nullable String text) {

  static final int LONGEST = 8_192;
}
