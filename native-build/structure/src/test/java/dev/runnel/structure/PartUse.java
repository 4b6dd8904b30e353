package dev.runnel.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of which part of Runnel may use which: the one place to change it. */
final class PartUse {

  private static final Set<String> BY_A_CAPABILITY = Set.of("contract", "kit");

  private static final Map<String, Set<String>> BY_PLACE =
      Map.ofEntries(
          // What every capability has; its native build describes the image.
          Map.entry("functions", Set.of("contract", "kit", "images")),
          Map.entry("functions/contract", Set.of()),
          Map.entry("functions/http", Set.of("contract")),
          Map.entry("functions/kit", Set.of("contract", "http")),
          Map.entry("router/engine", Set.of("contract")),
          Map.entry("state-store/embedded", Set.of()),
          Map.entry("state-store/cache", Set.of("contract")),
          Map.entry("state-store/infinispan", Set.of("cache", "contract")),
          Map.entry("state-store/shared", Set.of("cache", "infinispan", "journal")),
          Map.entry("state-store/journal", Set.of("contract", "engine")),
          // Only its tests run on the embedded database.
          Map.entry("state-store/postgres", Set.of("contract", "embedded", "engine", "journal")),
          Map.entry("state-store/database", Set.of("embedded", "journal", "postgres")),
          Map.entry("router/server", Set.of("cache", "contract", "engine", "http", "journal")),
          Map.entry("router/devmode", Set.of("contract", "engine", "journal", "kit", "server")),
          Map.entry("router/application", Set.of("database", "server", "shared")),
          Map.entry("native-build/bench", Set.of()),
          Map.entry("native-build/images", Set.of("contract")));

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
