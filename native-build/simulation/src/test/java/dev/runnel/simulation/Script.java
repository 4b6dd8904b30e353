package dev.runnel.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The functions of every simulation, and the events that they want. */
final class Script {

  private static final String MANIFESTS = "/functions.yaml";

  /** What an order is kept by. */
  static final String KEY = "partitionkey";

  /** What the events of senders are of; poison ends routers, and comes seldom. */
  static final List<String> TYPES =
      List.of(
          "single.wanted",
          "tree.wanted",
          "tree.wanted",
          "charge.wanted",
          "charge.wanted",
          "order.wanted",
          "order.wanted",
          "thing.wanted",
          "race.wanted",
          "line.wanted",
          "hopeless.wanted",
          "stuck.wanted",
          "narrow.wanted");

  static final FunctionSet FUNCTIONS = set(manifests());

  private Script() {}

  /** The functions with another text in their manifests, wherever this one stands. */
  static FunctionSet with(String text, String other) {
    String yaml = manifests();
    if (!yaml.contains(text)) {
      throw new IllegalArgumentException(MANIFESTS + " does not have: " + text);
    }
    return set(yaml.replace(text, other));
  }

  private static FunctionSet set(String yaml) {
    ManifestReading reading = ManifestReader.read(MANIFESTS, yaml.getBytes(UTF_8));
    if (reading.errors().isEmpty()
        && FunctionSet.of(reading.declared()) instanceof FunctionSetReading.Accepted accepted) {
      return accepted.functions();
    }
    throw new IllegalStateException(
        MANIFESTS + " is wrong: " + reading.errors() + FunctionSet.of(reading.declared()));
  }

  private static String manifests() {
    try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(MANIFESTS))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
