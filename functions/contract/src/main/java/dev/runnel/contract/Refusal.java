package dev.runnel.contract;

import org.jspecify.annotations.Nullable;

/** Why reading stopped, on its way out to the reader's {@link EventReading.Refused}. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(ProblemType type, String detail, @Nullable String path) {
    // Bad input is expected, and often hostile: no stack trace is filled in for it.
    super(detail, null, false, false);
    this.problem = Problem.of(type, detail, path);
  }

  /** The input is not a valid CloudEvent. */
  static Refusal malformed(String detail, @Nullable String path) {
    return new Refusal(ProblemType.MALFORMED_EVENT, detail, path);
  }

  /** The body is larger than what is taken. */
  static Refusal tooLarge(int bytes, int most) {
    return new Refusal(
        ProblemType.TOO_LARGE,
        "the body has " + bytes + " bytes; at most " + most + " are taken",
        null);
  }

  Problem problem() {
    return problem;
  }
}
