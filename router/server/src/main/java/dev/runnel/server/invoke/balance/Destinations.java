package dev.runnel.server.invoke.balance;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.egress.Egress;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each function is reached over HTTP: where the configuration says, else where the manifest
 * of a function of runtime {@code http} says, else nowhere.
 */
@Singleton
public class Destinations {

  private final Egress egress;
  private final Map<String, List<Destination>> configured = new TreeMap<>();

  /**
   * @throws IllegalArgumentException when the configuration has URLs that cannot be used, with all
   *     that is wrong
   */
  public Destinations(PlacementsConfig placements, Egress egress) {
    this.egress = egress;
    var errors = new ArrayList<String>();
    placements
        .byFunction()
        .forEach((name, placement) -> placement.urls().ifPresent(urls -> add(name, urls, errors)));
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "Where functions live is configured wrongly:\n  " + String.join("\n  ", errors));
    }
  }

  private void add(String function, List<String> urls, List<String> errors) {
    for (String url : urls) {
      read(url, function)
          .ifPresent(
              wrong ->
                  errors.add(
                      "runnel.placements.\"%s\".urls: %s; expected %s"
                          .formatted(function, wrong.seen(), wrong.expected())));
    }
    if (errors.isEmpty()) {
      configured.put(function, urls.stream().map(url -> Destination.of(url, function)).toList());
    }
  }

  /** The places of a function; none where it is not reached over HTTP. */
  public List<Destination> of(FunctionManifest function) {
    List<Destination> places = configured.get(function.name());
    if (places != null) {
      return places;
    }
    return function.runtime() == RuntimeKind.HTTP
        ? function.handler().stream().map(url -> Destination.of(url, function.name())).toList()
        : List.of();
  }

  /** Whether a function is reached over HTTP. */
  public boolean lead(FunctionManifest function) {
    return configured.containsKey(function.name()) || function.runtime() == RuntimeKind.HTTP;
  }

  /** What is wrong with the URLs in a manifest. */
  public List<ManifestError> objections(Declared declared) {
    if (!(declared.manifest() instanceof FunctionManifest function)
        || function.runtime() != RuntimeKind.HTTP) {
      return List.of();
    }
    var errors = new ArrayList<ManifestError>();
    for (int i = 0; i < function.handler().size(); i++) {
      String pointer = "/handler/" + i;
      read(function.handler().get(i), function.name())
          .ifPresent(wrong -> errors.add(declared.error(pointer, wrong.seen(), wrong.expected())));
    }
    return errors;
  }

  private record Wrong(String seen, String expected) {}

  private Optional<Wrong> read(String url, String function) {
    try {
      return egress
          .objection(Destination.of(url, function))
          .map(seen -> new Wrong(seen, egress.expected()));
    } catch (IllegalArgumentException malformed) {
      return Optional.of(new Wrong(String.valueOf(malformed.getMessage()), "a URL of a function"));
    }
  }
}
