package dev.runnel.bench;

import io.quarkus.funqy.Funq;
import io.smallrye.common.annotation.NonBlocking;

/** A function that does nothing, so that all that is measured is what is around it. */
@NonBlocking
public class BenchFunction {

  /** Answers with what it gets. */
  @Funq("bench-echo")
  public Reading echo(Reading reading) {
    return reading;
  }

  /** The first of three steps. */
  @Funq("bench-first")
  public Reading first(Reading reading) {
    return reading;
  }

  /** The second of three steps. */
  @Funq("bench-second")
  public Reading second(Reading reading) {
    return reading;
  }

  /** The last of three steps. */
  @Funq("bench-third")
  public Reading third(Reading reading) {
    return reading;
  }
}
