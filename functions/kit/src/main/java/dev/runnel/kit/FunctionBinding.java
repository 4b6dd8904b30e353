package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.NO_SUCH_FUNCTION;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Event;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The one binding of events to functions, by the function's name: used for HTTP, and directly where
 * the caller lives in the same JVM. Any number of calls may go on at the same time.
 */
@ApplicationScoped
public class FunctionBinding {

  private static final Logger LOG = Logger.getLogger(FunctionBinding.class);

  /** The structured event around data at its own deepest, for functions that get everything. */
  private static final int ENVELOPE_DEPTH = 2;

  private final SortedMap<String, FunctionManifest> manifests;
  private final Map<String, BoundFunction> functions;
  private final Worker worker;
  private final CallersLoop loop;

  FunctionBinding(CapabilityManifests declared, ObjectMapper json, Vertx vertx) {
    var pairing = Pairing.of(declared.declared(), FunctionRecorder.registry.invokers());
    var errors = new ArrayList<ManifestError>(declared.errors());
    errors.addAll(pairing.errors());
    // A manifest that cannot be read is not missing too.
    if (declared.errors().isEmpty()) {
      errors.addAll(pairing.undeclared());
    }
    if (!errors.isEmpty()) {
      throw new WrongManifests(errors);
    }
    ObjectMapper strict = strict(json);
    var manifests = new TreeMap<String, FunctionManifest>();
    var functions = new HashMap<String, BoundFunction>();
    for (Pairing.Pair pair : pairing.pairs().values()) {
      FunctionManifest manifest = pair.manifest();
      manifests.put(manifest.name(), manifest);
      functions.put(manifest.name(), BoundFunction.of(manifest, pair.invoker(), strict));
    }
    this.manifests = Collections.unmodifiableSortedMap(manifests);
    this.functions = Map.copyOf(functions);
    this.worker = new Worker(vertx);
    this.loop = new CallersLoop(vertx);
  }

  /** Binds when the application starts, so that a wrong manifest stops it. */
  void bind(@Observes StartupEvent start) {
    // Being called is enough: the constructor has done it.
  }

  /**
   * Calls a function with a valid event. The function runs on a worker thread, or on the caller's
   * event loop where it never blocks, with CDI's request scope; the result never fails. Cancelling
   * it interrupts the function on its worker thread, and what that then throws is nobody's error.
   */
  public Uni<FunctionAnswer> call(String function, Event event) {
    BoundFunction bound = functions.get(function);
    if (bound == null) {
      return Uni.createFrom().item(new FunctionAnswer.Failed(unknown(), true));
    }
    Uni<FunctionAnswer> answer =
        bound.blocks() ? worker.run(() -> bound.call(event)) : loop.run(() -> bound.call(event));
    return answer
        .onFailure()
        .recoverWithItem(thrown -> Failures.answer(function, event, thrown))
        .onCancellation()
        .invoke(() -> LOG.debugf("Function %s was given up by its caller", function));
  }

  /** The functions of this application, by name. */
  public SortedMap<String, FunctionManifest> functions() {
    return manifests;
  }

  /** The problem of a name that no function here has, which says what there is. */
  Problem unknown() {
    return Problem.of(
        NO_SUCH_FUNCTION, "There is no such function here; there are these: " + paths());
  }

  private List<String> paths() {
    return manifests.keySet().stream().map(name -> "/" + name).toList();
  }

  /** The application's own Jackson, made strict where leniency would hide a mistake. */
  private static ObjectMapper strict(ObjectMapper json) {
    ObjectMapper strict =
        json.copy()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    Limits limits = Limits.DEFAULT;
    strict
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth() + ENVELOPE_DEPTH)
                .maxNumberLength(limits.jsonNumberDigits())
                .maxNameLength(limits.jsonNameLength())
                .build());
    return strict;
  }
}
