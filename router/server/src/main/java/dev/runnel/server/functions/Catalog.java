package dev.runnel.server.functions;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.match.Matcher;

/** All functions and the index over their triggers: one version, seen whole by each event. */
public record Catalog(FunctionSet functions, Matcher matcher) {

  public static Catalog of(FunctionSet functions) {
    return new Catalog(functions, Matcher.of(functions.manifests()));
  }
}
