package dev.runnel.contract.manifest;

import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of a function; what it leaves out gets its default here. */
final class FunctionReader {

  private static final List<String> KEYS =
      List.of(
          "kind",
          "name",
          "description",
          "runtime",
          "handler",
          "memory",
          "timeout",
          "environment",
          "dependencies",
          "input",
          "triggers",
          "fallback",
          "produces",
          "retry",
          "effects",
          "concurrency",
          "order",
          "priority",
          "cache",
          "compensate",
          "warm");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);
  private static final Duration LONGEST_CACHE = Duration.ofDays(365);
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final int CONCURRENCY = 16;
  private static final int MAX_CONCURRENCY = 10_000;
  private static final int PRIORITY = 5;
  private static final int MAX_PRIORITY = 9;

  private final Mapping fields;

  private FunctionReader(Mapping fields) {
    this.fields = fields.only(KEYS);
  }

  static FunctionManifest read(Mapping fields) {
    return new FunctionReader(fields).read();
  }

  private FunctionManifest read() {
    String name = fields.require("name", "the function's name").map(Names::function).orElse("");
    Optional<RuntimeKind> runtime =
        fields
            .require("runtime", "one of native, jvm, wasm, http")
            .flatMap(field -> field.choice(RuntimeKind.class));
    Effects effects =
        fields
            .find("effects")
            .flatMap(field -> field.choice(Effects.class))
            .orElse(Effects.IDEMPOTENT);
    List<Dependency> dependencies = DependencyReader.read(fields.entries("dependencies"));
    return new FunctionManifest(
        name,
        fields.find("description").map(Field::text).orElse(""),
        runtime.orElse(RuntimeKind.NATIVE),
        handler(runtime),
        fields.find("memory").map(Memory::read).orElse(Memory.DEFAULT),
        fields.find("timeout").map(FunctionReader::timeout).orElse(TIMEOUT),
        fields.find("environment").map(EnvironmentReader::read).orElse(Map.of()),
        dependencies,
        fields
            .find("input")
            .map(field -> DependencyReader.input(field, dependencies))
            .orElse(new Input.OfEvent()),
        TriggerReader.read(fields.entries("triggers")),
        FallbackReader.read(fields.entries("fallback")),
        Names.unique(fields.entries("produces"), Names::eventType),
        fields.find("retry").map(RetryReader::read).orElse(Retry.DEFAULT),
        effects,
        fields
            .find("concurrency")
            .map(field -> field.number(1, MAX_CONCURRENCY))
            .orElse(CONCURRENCY),
        fields.find("order").map(Names::attribute).orElse(null),
        fields.find("priority").map(field -> field.number(0, MAX_PRIORITY)).orElse(PRIORITY),
        cache(effects),
        compensate(name),
        fields.find("warm").map(WarmReader::read).orElse(Warm.DEFAULT));
  }

  private List<String> handler(Optional<RuntimeKind> runtime) {
    Optional<Field> handler =
        fields.require("handler", "package.Class#method, a URL or a module's sha256");
    return runtime
        .flatMap(kind -> handler.map(field -> HandlerReader.read(field, kind)))
        .orElse(List.of());
  }

  private static Duration timeout(Field field) {
    return Durations.read(field, SHORTEST, LONGEST_TIMEOUT);
  }

  private @Nullable Duration cache(Effects effects) {
    Optional<Field> cache = fields.find("cache");
    if (effects != Effects.PURE) {
      cache.ifPresent(
          field ->
              field.wrong(
                  "a cache of a function that is not pure",
                  "effects: pure, or no cache: other answers must not be used again"));
    }
    return cache.map(field -> Durations.read(field, SHORTEST, LONGEST_CACHE)).orElse(null);
  }

  private @Nullable String compensate(String name) {
    Optional<Field> compensate = fields.find("compensate");
    String other = compensate.map(Names::function).orElse(null);
    if (name.equals(other)) {
      compensate.ifPresent(
          field -> field.wrong("the function itself", "the function that undoes it"));
    }
    return other;
  }
}
