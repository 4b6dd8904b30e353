package dev.runnel.kit;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The calls over HTTP that are going on: so many and no more, as each holds a body in memory. */
@ApplicationScoped
class OpenCalls {
  private final int limit;
  private final AtomicInteger open = new AtomicInteger();

  OpenCalls(@ConfigProperty(name = "runnel.kit.max-calls", defaultValue = "1000") int limit) {
    this.limit = limit;
  }

  /** Begins a call, which then has to be ended; or says why not. */
  Optional<Problem> begin() {
    if (open.incrementAndGet() <= limit) {
      return Optional.empty();
    }
    end();
    String detail = "There are " + limit + " calls going on here already; send fewer at a time";
    return Optional.of(Problem.of(ProblemType.TOO_MANY_CALLS, detail));
  }

  void end() {
    open.decrementAndGet();
  }
}
