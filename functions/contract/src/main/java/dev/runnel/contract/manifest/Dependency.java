package dev.runnel.contract.manifest;

import java.util.Map;

/**
 * A function or chain that runs before the one that names it.
 *
 * @param name the function's or chain's name
 * @param with the dependency's data: field name to JSON Pointer (RFC 6901) into the structured
 *     event; empty: it gets the event itself
 */
public record Dependency(String name, Map<String, String> with) {

  public Dependency {
    with = Map.copyOf(with);
  }
}
