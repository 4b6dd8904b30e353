package dev.runnel.tensor;

import dev.runnel.kit.FunctionProblem;
import io.quarkus.funqy.Funq;
import java.util.ArrayList;

/** The function {@code tensor-encode}. */
public class TensorFunction {

  private final WarmEncoder warm;

  TensorFunction(WarmEncoder warm) {
    this.warm = warm;
  }

  @Funq("tensor-encode")
  public TensorEncoded encode(TextSubmitted submitted) {
    String text = submitted.text();
    if (text == null || text.isBlank()) {
      throw FunctionProblem.badData("The text is missing or blank; send one.", "/text");
    }
    int length = text.codePointCount(0, text.length());
    if (length > TextSubmitted.LONGEST) {
      throw FunctionProblem.badData(
          "The text has %,d characters, at most %,d are encoded; send it in parts."
              .formatted(length, TextSubmitted.LONGEST),
          "/text");
    }
    var vector = new ArrayList<Float>(SentenceEncoder.DIMENSIONS);
    for (float x : warm.encoder().encode(text)) {
      vector.add(x);
    }
    return new TensorEncoded(vector, vector.size(), SentenceEncoder.MODEL);
  }
}
