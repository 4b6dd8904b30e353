package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.NO_SUCH_FUNCTION;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import org.jboss.logging.Logger;

/**
 * The one binding of events to functions, by the function's name: used for HTTP, and directly where
 * the caller lives in the same JVM. Any number of calls may go on at the same time.
 */
@ApplicationScoped
public class FunctionBinding {

  private static final Logger LOG = Logger.getLogger(FunctionBinding.class);

  private final BoundFunctions bound;
  private final Worker worker;
  private final CallersLoop loop;

  FunctionBinding(BoundFunctions bound, Vertx vertx) {
    this.bound = bound;
    this.worker = new Worker(vertx);
    this.loop = new CallersLoop(vertx);
  }

  /**
   * Calls a function with a valid event. The function runs on a worker thread, or on the caller's
   * event loop where it never blocks, with CDI's request scope; the result never fails. Cancelling
   * it interrupts the function on its worker thread, and what that then throws is nobody's error.
   */
  public Uni<FunctionAnswer> call(String function, Event event) {
    BoundFunction called = bound.named(function);
    if (called == null) {
      return Uni.createFrom().item(new FunctionAnswer.Failed(unknown(), true));
    }
    Uni<FunctionAnswer> answer =
        called.blocks() ? worker.run(() -> called.call(event)) : loop.run(() -> called.call(event));
    return answer
        .onFailure()
        .recoverWithItem(thrown -> Failures.answer(function, event, thrown))
        .onCancellation()
        .invoke(() -> LOG.debugf("Function %s was given up by its caller", function));
  }

  /** The functions of this application, by name. */
  public SortedMap<String, FunctionManifest> functions() {
    return bound.manifests();
  }

  /** The problem of a name that no function here has, which says what there is. */
  Problem unknown() {
    return Problem.of(
        NO_SUCH_FUNCTION, "There is no such function here; there are these: " + paths());
  }

  private List<String> paths() {
    return functions().keySet().stream().map(name -> "/" + name).toList();
  }
}
