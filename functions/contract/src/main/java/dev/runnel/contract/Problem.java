package dev.runnel.contract;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not happen, as RFC 9457 shapes it. It never holds a stack trace or the caller's
 * data.
 *
 * @param status the HTTP status it has, or would have, as an answer
 * @param code the kind of problem, for programs; {@link ProblemType#code()} for Runnel's own, any
 *     other word for a function's own
 * @param title the kind of problem, for people
 * @param detail what was seen, what was expected, what to do
 * @param path where in the input: an attribute's name, a JSON pointer or a position; null when the
 *     input as a whole is meant
 */
public record Problem(int status, String code, String title, String detail, @Nullable String path) {

  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The header beside a problem that says: the function has not run. */
  public static final String NOT_RUN_HEADER = "runnel-not-run";

  public static Problem of(ProblemType type, String detail) {
    return of(type, detail, null);
  }

  public static Problem of(ProblemType type, String detail, @Nullable String path) {
    return new Problem(type.status(), type.code(), type.title(), detail, path);
  }

  /** The problem's type as a URI: stable, a name and not an address. */
  public String type() {
    return "urn:runnel:problem:" + code;
  }

  public boolean is(ProblemType type) {
    return code.equals(type.code());
  }
}
