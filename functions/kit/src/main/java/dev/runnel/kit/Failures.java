package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.FUNCTION_FAILED;
import static dev.runnel.contract.ProblemType.UNAVAILABLE;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.RunnelExtensions;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.funqy.runtime.InternalError;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Turns what a function threw into the problem that its caller sees. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int MAX_WRAPPERS = 8;
  private static final int MAX_LINE_LENGTH = 500;

  private Failures() {}

  /** The answer to a call that ended with this exception, which is logged if nobody meant it. */
  static FunctionAnswer answer(String function, Event call, Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof FunctionProblem own) {
      return new FunctionAnswer.Failed(own.problem(), false);
    }
    if (cause instanceof Worker.NotStarted) {
      Problem problem = Problem.of(UNAVAILABLE, "The application is stopping; try another one");
      return new FunctionAnswer.Failed(problem, true);
    }
    log(function, call, cause);
    String detail = "The function threw " + cause.getClass().getName() + "; its log says more";
    return new FunctionAnswer.Failed(Problem.of(FUNCTION_FAILED, detail), false);
  }

  /**
   * Logs a failure: the first time with its stack trace, when the router calls again in one line,
   * as the trace is most likely the same.
   */
  static void log(String function, Event call, Throwable cause) {
    if (isRepeated(call)) {
      LOG.errorf("Function %s failed again: %s", function, firstLine(cause));
      LOG.debugf(cause, "Function %s failed again", function);
    } else {
      LOG.errorf(cause, "Function %s failed", function);
    }
  }

  private static boolean isRepeated(Event call) {
    String attempt = call.attribute(RunnelExtensions.ATTEMPT);
    return attempt != null && !attempt.equals("1");
  }

  private static String firstLine(Throwable cause) {
    String line = cause.toString().lines().findFirst().orElse("");
    return line.length() > MAX_LINE_LENGTH ? line.substring(0, MAX_LINE_LENGTH) : line;
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
