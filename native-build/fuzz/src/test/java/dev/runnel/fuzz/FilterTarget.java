package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.engine.match.Matcher;
import java.util.List;
import java.util.Map;

/** A trigger's filters: read, compiled, and asked about an event. */
public final class FilterTarget {

  private static final Event EVENT =
      Event.of("1", "/eu/shop", "order.placed", Data.json("{\"amount\":5}"))
          .with(Map.of("subject", "a.png", "priority", "low"));

  private FilterTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    var reading = ManifestReader.read("fuzz.yaml", manifests(new String(input, UTF_8)));
    if (!reading.errors().isEmpty() || reading.declared().size() != 2) {
      return;
    }
    if (FunctionSet.of(reading.declared()) instanceof FunctionSetReading.Accepted(var functions)) {
      List<String> matched =
          Matcher.of(functions.manifests()).match(EVENT).stream()
              .map(match -> match.manifest().name())
              .toList();
      if (matched.size() != 1) {
        throw new AssertionError("of a filter and its opposite, " + matched + " matched");
      }
    }
  }

  /** The second function wants what the first does not. */
  private static byte[] manifests(String filters) {
    return """
    { name: wants, runtime: jvm, handler: a.B#c, triggers: [ { filters: [ %1$s ] } ] }
    --- # the opposite
    { name: opposes, runtime: jvm, handler: a.B#c,
      triggers: [ { filters: [ { not: { all: [ %1$s ] } } ] } ] }
    """
        .formatted(filters)
        .getBytes(UTF_8);
  }
}
