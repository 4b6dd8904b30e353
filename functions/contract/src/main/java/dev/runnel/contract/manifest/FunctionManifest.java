package dev.runnel.contract.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one function says about itself. Every value is present: what the document left out has its
 * default.
 *
 * @param handler the code that answers: one {@code Class#method} (native, jvm), URLs (http) or a
 *     module's sha256 (wasm)
 * @param memory what one instance may use, in bytes
 * @param timeout limit of one attempt
 * @param environment variables of the process, by name
 * @param dependencies functions that run before it, matched or not; names are unique
 * @param input what its data is made of
 * @param produces the event types it may answer with; empty: it only has an outcome
 * @param effects what a repeated call does to the world
 * @param concurrency calls at the same time per instance
 * @param order the attribute whose values are handled one after the other, or null
 * @param priority 0 to 9, 9 first
 * @param cache how long an answer may be used again, or null for never
 * @param compensate the function that undoes it, or null
 */
public record FunctionManifest(
    String name,
    String description,
    RuntimeKind runtime,
    List<String> handler,
    long memory,
    Duration timeout,
    Map<String, EnvironmentValue> environment,
    List<Dependency> dependencies,
    Input input,
    List<Trigger> triggers,
    List<Fallback> fallback,
    List<String> produces,
    Retry retry,
    Effects effects,
    int concurrency,
    @Nullable String order,
    int priority,
    @Nullable Duration cache,
    @Nullable String compensate,
    Warm warm)
    implements Manifest {

  public FunctionManifest {
    handler = List.copyOf(handler);
    environment = Map.copyOf(environment);
    dependencies = List.copyOf(dependencies);
    triggers = List.copyOf(triggers);
    fallback = List.copyOf(fallback);
    produces = List.copyOf(produces);
  }

  /** What runs the function's code. */
  public enum RuntimeKind {
    NATIVE,
    JVM,
    WASM,
    HTTP
  }

  /** What a repeated call does to the world, and so when a call may be repeated. */
  public enum Effects {
    /** Nothing happens outside: repeat and cache at will. */
    PURE,
    /** The function recognises a repeated call by its idempotency key. */
    IDEMPOTENT,
    /** A repeated call would do harm: repeat only what surely did not run. */
    ONCE
  }

  /** A variable of a function's process. */
  public sealed interface EnvironmentValue {

    /** Stands in the manifest. */
    record Plain(String value) implements EnvironmentValue {}

    /** Is read from a secret when the process starts; {@code name/key}. Never shown. */
    record Secret(String reference) implements EnvironmentValue {}
  }
}
