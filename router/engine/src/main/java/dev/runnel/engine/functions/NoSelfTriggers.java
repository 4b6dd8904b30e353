package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** No function, and no chain by way of its members, answers with an event that starts it again. */
final class NoSelfTriggers implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.byName().values().stream()
        .filter(candidate -> !candidate.manifest().triggers().isEmpty())
        .flatMap(candidate -> errors(candidate, candidates))
        .toList();
  }

  private static Stream<ManifestError> errors(Candidate candidate, Candidates candidates) {
    Map<String, String> producers = producers(candidate, candidates);
    return PlacedFilter.of(candidate.manifest()).stream()
        .flatMap(
            placed ->
                wantedType(placed)
                    .flatMap(type -> Optional.ofNullable(producers.get(type)))
                    .stream()
                    .map(producer -> error(candidate, placed, producer)));
  }

  private static ManifestError error(Candidate candidate, PlacedFilter placed, String producer) {
    String whose =
        producer.equals(candidate.name())
            ? "the function produces this type itself"
            : "its member \"" + producer + "\" produces this type";
    return candidate.error(
        placed.pointer() + "/exact/type",
        whose + ", and the " + candidate.kind() + " would start itself again",
        "a type that does not stand under produces");
  }

  /** The types that come of it, each with a function that produces it: itself, or a member. */
  private static Map<String, String> producers(Candidate candidate, Candidates candidates) {
    Map<String, String> producers = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<Candidate> open = new ArrayDeque<>(List.of(candidate));
    while (!open.isEmpty()) {
      Candidate next = open.removeFirst();
      switch (next.manifest()) {
        case FunctionManifest function ->
            function.produces().forEach(type -> producers.putIfAbsent(type, function.name()));
        case ChainManifest chain ->
            chain.functions().stream()
                .filter(seen::add)
                .flatMap(member -> Stream.ofNullable(candidates.byName().get(member)))
                .forEach(open::add);
      }
    }
    return producers;
  }

  private static Optional<String> wantedType(PlacedFilter placed) {
    return placed.positive() && placed.filter() instanceof Filter.Exact(Map<String, String> values)
        ? Optional.ofNullable(values.get("type"))
        : Optional.empty();
  }
}
