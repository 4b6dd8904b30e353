package dev.runnel.engine.match.cesql;

/**
 * Something that went wrong while an expression was evaluated.
 *
 * @param part the part of the expression in which it arose, as written
 * @param detail what was seen, and what would have been right
 */
public record EvaluationError(Kind kind, String part, String detail) {

  /** The specification's kinds; its parse error is {@link CesqlSyntaxError}. */
  public enum Kind {
    /** A division by zero, or a result that an integer cannot hold. */
    MATH,
    /** A value that is not of the type that is wanted, and cannot be made so. */
    CAST,
    /** An attribute that the event does not have. */
    MISSING_ATTRIBUTE,
    /** No function has this name and takes so many arguments. */
    MISSING_FUNCTION,
    /** A function that cannot do what its arguments ask for. */
    FUNCTION_EVALUATION,
    /** Any other: here, an evaluation that takes too many steps. */
    GENERIC
  }

  @Override
  public String toString() {
    return part + ": " + detail;
  }
}
