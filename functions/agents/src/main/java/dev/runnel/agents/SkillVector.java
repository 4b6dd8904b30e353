package dev.runnel.agents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The meaning of a text as a vector of length 1 with {@value #DIMENSIONS} numbers. */
final class SkillVector {

  static final int DIMENSIONS = 384;

  private final float[] unit;

  private SkillVector(float[] unit) {
    this.unit = unit;
  }

  /**
   * The vector of these numbers; empty unless they are finite, not all zero, and as many as due.
   */
  static Optional<SkillVector> of(List<@Nullable Float> numbers) {
    if (numbers.size() != DIMENSIONS || numbers.contains(null)) {
      return Optional.empty();
    }
    var vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = numbers.get(i);
    }
    return scaled(vector);
  }

  /** The same of little-endian 32-bit numbers in base64. */
  static Optional<SkillVector> ofBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != DIMENSIONS * Float.BYTES) {
      return Optional.empty();
    }
    var vector = new float[DIMENSIONS];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return scaled(vector);
  }

  /** The same as {@link #ofBase64} reads. */
  String base64() {
    ByteBuffer bytes = ByteBuffer.allocate(DIMENSIONS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(unit);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The cosine of the angle between the two: 1 for the same meaning, 0 for unrelated ones. */
  double cosine(SkillVector other) {
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum += (double) unit[i] * other.unit[i];
    }
    return sum;
  }

  private static Optional<SkillVector> scaled(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    double length = Math.sqrt(squares);
    if (!Double.isFinite(length) || length == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return Optional.of(new SkillVector(vector));
  }
}
