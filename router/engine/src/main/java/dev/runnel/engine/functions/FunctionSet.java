package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All functions and chains at one moment: every name that one of them uses is there, nothing goes
 * round in circles, and every plan is small enough. Immutable; a change makes another set.
 */
public final class FunctionSet {

  /** Beside that filters can be read. */
  private static final List<Check> CHECKS =
      List.of(
          new UniqueNames(),
          new KnownNames(),
          new NoDependencyCycles(),
          new NoFallbackLoops(),
          new FallbackNeedsNoMore(),
          new BoundedPlans(),
          new NoSelfTriggers(),
          new NoChainStandsIn());

  private static final Comparator<ManifestError> BY_PLACE =
      Comparator.comparing(ManifestError::location);

  private final SortedMap<String, Manifest> byName;

  private FunctionSet(SortedMap<String, Manifest> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
  }

  /** A set without any. */
  public static FunctionSet empty() {
    return new FunctionSet(new TreeMap<>());
  }

  /** The set of these, or everything that is wrong between them. */
  public static FunctionSetReading of(Collection<Declared> declared) {
    return of(declared, new ReadableFilters(empty()));
  }

  /** The same, with filters of which some may have been read. */
  static FunctionSetReading of(Collection<Declared> declared, ReadableFilters filters) {
    Candidates candidates = Candidates.of(declared);
    List<ManifestError> errors =
        Stream.concat(CHECKS.stream(), Stream.of(filters))
            .flatMap(check -> check.errors(candidates).stream())
            .sorted(BY_PLACE)
            .toList();
    if (!errors.isEmpty()) {
      return new FunctionSetReading.Rejected(errors);
    }
    SortedMap<String, Manifest> byName = new TreeMap<>();
    candidates.byName().forEach((name, candidate) -> byName.put(name, candidate.manifest()));
    return new FunctionSetReading.Accepted(new FunctionSet(byName));
  }

  public Optional<FunctionManifest> find(String name) {
    return byName.get(name) instanceof FunctionManifest function
        ? Optional.of(function)
        : Optional.empty();
  }

  /**
   * The function of a name that is known to be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public FunctionManifest function(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no function " + name));
  }

  /**
   * The function or chain of a name that is known to be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public Manifest manifest(String name) {
    return lookUp(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no function or chain " + name));
  }

  /** The function or chain of a name. */
  public Optional<Manifest> lookUp(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Those that can be called, sorted by name. */
  public List<FunctionManifest> functions() {
    return byName.values().stream()
        .filter(FunctionManifest.class::isInstance)
        .map(FunctionManifest.class::cast)
        .toList();
  }

  /** Functions and chains by their names. */
  public SortedMap<String, Manifest> byName() {
    return byName;
  }

  /** Functions and chains: all that may want an event, sorted by name. */
  public Collection<Manifest> manifests() {
    return byName.values();
  }
}
