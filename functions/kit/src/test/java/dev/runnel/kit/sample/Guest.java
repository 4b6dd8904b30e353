package dev.runnel.kit.sample;

import dev.runnel.kit.FunctionProblem;
import org.jspecify.annotations.Nullable;

/** Who is to be greeted, and how often: from 1 to 3 times. */
public record Guest(@Nullable String name, int times) {

  public Guest {
    if (times > 100) {
      throw FunctionProblem.badData("times is too large; expected 1 to 3", "/times");
    }
  }
}
