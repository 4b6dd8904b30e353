package dev.runnel.server.functions;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.match.Matcher;
import dev.runnel.engine.plan.Plans;

/**
 * All functions, the index over their triggers and the plans they make: one version, seen whole by
 * each event.
 */
public record Catalog(FunctionSet functions, Matcher matcher, Plans plans) {

  public static Catalog of(FunctionSet functions) {
    return new Catalog(functions, Matcher.of(functions.manifests()), new Plans(functions));
  }

  /** The catalog of other functions, of which only those are compiled that are not in this one. */
  Catalog next(FunctionSet others) {
    return new Catalog(others, matcher.next(others.byName()), new Plans(others));
  }
}
