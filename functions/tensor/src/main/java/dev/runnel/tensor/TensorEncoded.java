package dev.runnel.tensor;

import java.util.List;

/**
 * A text's meaning.
 *
 * @param vector finite numbers, together of length 1
 * @param dimensions how many numbers the vector has
 * @param model what made it; only vectors of the same model can be compared
 */
public record TensorEncoded(List<Float> vector, int dimensions, String model) {

  public TensorEncoded {
    vector = List.copyOf(vector);
  }
}
