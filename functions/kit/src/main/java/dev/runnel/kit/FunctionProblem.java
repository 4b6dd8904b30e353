package dev.runnel.kit;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function's own way to say why it has no answer: thrown by the function, it becomes the problem
 * document of the reply. It is an expected result, so it carries no stack trace and is not logged.
 * The detail goes to the caller: it names what is wrong, never the data itself.
 */
public final class FunctionProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private final transient Problem problem;

  private FunctionProblem(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The event's data as a whole is not what the function needs: 400. */
  public static FunctionProblem badData(String detail) {
    return badData(detail, null);
  }

  /**
   * A part of the event's data is not what the function needs: 400.
   *
   * @param path JSON Pointer into the function's data, such as {@code /limit}
   */
  public static FunctionProblem badData(String detail, @Nullable String path) {
    return of(ProblemType.MALFORMED_DATA, detail, path);
  }

  /** A problem of one of Runnel's own kinds. */
  public static FunctionProblem of(ProblemType type, String detail, @Nullable String path) {
    return new FunctionProblem(Problem.of(type, detail, path));
  }

  /**
   * A problem of the function's own kind.
   *
   * @param status 400 to 499: the event is to blame and a repeated call would not help; 500 to 599:
   *     something else is
   * @param code the kind of problem, for programs: {@code [a-z][a-z0-9-]*}, up to 63 characters
   */
  public static FunctionProblem of(int status, String code, String detail, @Nullable String path) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "the status of a problem is " + status + "; expected 400 to 599");
    }
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "the code of a problem is '" + code + "'; expected " + CODE.pattern());
    }
    String title = status < 500 ? "The function refused the event" : "The function failed";
    return new FunctionProblem(new Problem(status, code, title, detail, path));
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
