package dev.runnel.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of which part of Runnel may use which: the one place to change it. */
final class PartUse {

  private static final Set<String> BY_A_CAPABILITY = Set.of("contract", "kit");

  private static final Map<String, Set<String>> BY_PLACE =
      Map.of(
          "functions/contract", Set.of(),
          "functions/http", Set.of("contract"),
          "functions/kit", Set.of("contract", "http"),
          "router/engine", Set.of("contract"),
          "state-store/embedded", Set.of(),
          "state-store/journal", Set.of("contract", "engine"),
          "state-store/postgres", Set.of("contract", "engine", "journal"),
          "router/server", Set.of("contract", "engine", "http", "journal"),
          "router/devmode", Set.of("contract", "engine", "journal", "kit", "server"),
          "native-build/bench", Set.of());

  private PartUse() {}

  /**
   * The parts that the one at this place may use.
   *
   * @return empty: the table does not know the place
   */
  static Optional<Set<String>> allowed(String place) {
    Set<String> allowed = BY_PLACE.get(place);
    if (allowed == null && List.of(place.split("/")).getFirst().equals("functions")) {
      allowed = BY_A_CAPABILITY;
    }
    return Optional.ofNullable(allowed);
  }
}
