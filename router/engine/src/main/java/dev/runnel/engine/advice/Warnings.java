package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.Declared;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is hardly meant in a set of manifests, in the order of files and lines. */
public final class Warnings {

  private static final List<Advice> ADVICE =
      List.of(
          new DeadFilters(),
          new ShadowedTriggers(),
          new IdleFunctions(),
          new ReplyLoops(),
          new MistypedTypes(),
          new UnwantedTypes());

  /** Of one kind. */
  private static final int MOST = 1_000;

  private Warnings() {}

  /** About all of these, which are good together. */
  public static List<Warning> about(Collection<Declared> all) {
    Set<String> names =
        all.stream().map(one -> one.manifest().name()).collect(Collectors.toUnmodifiableSet());
    return about(names, all);
  }

  /**
   * About those of these names.
   *
   * @param all they and the others, which are good together; some may have to wait for names
   */
  public static List<Warning> about(Set<String> names, Collection<Declared> all) {
    Ensemble ensemble = Ensemble.of(names, all);
    return ADVICE.stream()
        .flatMap(advice -> advice.warnings(ensemble).stream().limit(MOST))
        .sorted(Comparator.comparing(Warning::location))
        .toList();
  }
}
