package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.FUNCTION_FAILED;

import dev.runnel.contract.Problem;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.funqy.runtime.InternalError;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Turns what a function threw into the problem that its caller sees. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int MAX_WRAPPERS = 8;

  private Failures() {}

  /**
   * The answer to a call that ended with this exception. An exception that the function did not
   * mean for its caller is logged here, and only here.
   */
  static FunctionAnswer answer(String function, Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof FunctionProblem own) {
      return new FunctionAnswer.Failed(own.problem(), false);
    }
    LOG.errorf(cause, "Function %s failed", function);
    String detail = "The function threw " + cause.getClass().getName() + "; its log says more";
    return new FunctionAnswer.Failed(Problem.of(FUNCTION_FAILED, detail), false);
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    for (int wrapper = 0; wrapper < MAX_WRAPPERS && isWrapper(cause); wrapper++) {
      cause = cause.getCause() == null ? cause : cause.getCause();
    }
    return cause;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof ApplicationException
        || thrown instanceof InternalError
        || thrown instanceof CompletionException;
  }
}
