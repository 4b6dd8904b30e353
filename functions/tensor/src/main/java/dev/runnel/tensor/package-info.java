/**
 * Text as a vector of its meaning. {@link dev.runnel.tensor.WordPieces} cuts the text, {@link
 * dev.runnel.tensor.SentenceEncoder} runs the model, {@link dev.runnel.tensor.TensorFunction} is
 * what the platform calls.
 */
@NullMarked
package dev.runnel.tensor;

import org.jspecify.annotations.NullMarked;
