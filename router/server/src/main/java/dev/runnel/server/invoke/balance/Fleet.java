package dev.runnel.server.invoke.balance;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.PlacementsConfig.Placement;
import dev.runnel.server.invoke.address.Destination;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The URLs of all functions that were called over HTTP. A function whose URLs change begins anew;
 * so does every one when too many are known, which costs them only what was learnt about them.
 */
@Singleton
public class Fleet {

  private static final int MOST = 10_000;

  private final GuardsConfig config;
  private final PlacementsConfig placements;
  private final Destinations destinations;
  private final Map<String, Endpoints> byFunction = new ConcurrentHashMap<>();

  public Fleet(GuardsConfig config, PlacementsConfig placements, Destinations destinations) {
    this.config = config;
    this.placements = placements;
    this.destinations = destinations;
  }

  /** The URLs of a function, if it is reached by any. */
  public Optional<Endpoints> of(FunctionManifest function) {
    List<Destination> places = destinations.of(function);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Endpoints known = byFunction.get(function.name());
    if (known != null && known.destinations().equals(places)) {
      return Optional.of(known);
    }
    if (byFunction.size() >= MOST) {
      byFunction.clear();
    }
    return Optional.of(
        byFunction.compute(
            function.name(),
            (name, other) ->
                other != null && other.destinations().equals(places) ? other : made(name, places)));
  }

  /** How many calls the function takes at the same time: as configured, or each URL as many. */
  public int concurrency(FunctionManifest function) {
    int urls = Math.max(1, destinations.of(function).size());
    return Optional.ofNullable(placements.byFunction().get(function.name()))
        .map(Placement::concurrency)
        .orElseGet(OptionalInt::empty)
        .orElse(function.concurrency() * urls);
  }

  /** Every URL that was called. */
  public Collection<Endpoint> all() {
    return byFunction.values().stream().flatMap(known -> known.all().stream()).toList();
  }

  private Endpoints made(String function, List<Destination> places) {
    Optional<Placement> own = Optional.ofNullable(placements.byFunction().get(function));
    Optional<String> health = own.flatMap(Placement::health).or(() -> config.health().path());
    GuardsConfig.Ejection ejection = config.ejection();
    // One that is alone is called whatever becomes of it, so it need not be watched.
    int failures = places.size() == 1 ? 0 : ejection.failures();
    var rule = new Ejection.Rule(failures, ejection.pause(), ejection.longestPause());
    return new Endpoints(
        places.stream().map(place -> new Endpoint(place, health.map(place::asking), rule)).toList(),
        Balancing.of(own.flatMap(Placement::balancing).orElse(config.balancing())));
  }
}
