package dev.runnel.contract.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import dev.runnel.contract.manifest.FunctionManifest.EnvironmentValue;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a manifest as JSON with every default filled in. Equal manifests give equal texts, and
 * {@link ManifestReader} reads the text back to an equal manifest.
 */
public final class ManifestWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private ManifestWriter(JsonGenerator out) {
    this.out = out;
  }

  public static String json(Manifest manifest) {
    var text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new ManifestWriter(out).manifest(manifest);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringWriter failed", impossible);
    }
    return printable(text.toString());
  }

  private void manifest(Manifest manifest) throws IOException {
    out.writeStartObject();
    switch (manifest) {
      case FunctionManifest function -> function(function);
      case ChainManifest chain -> chain(chain);
    }
    new FilterWriter(out).triggers(manifest.triggers());
    out.writeArrayFieldStart("fallback");
    for (Fallback fallback : manifest.fallback()) {
      fallback(fallback);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void chain(ChainManifest chain) throws IOException {
    out.writeStringField("kind", "Chain");
    out.writeStringField("name", chain.name());
    out.writeStringField("description", chain.description());
    texts("functions", chain.functions());
    out.writeBooleanField("parallel", chain.parallel());
    switch (chain.aggregate()) {
      case Aggregate.Last _ -> {} // what a chain that is not parallel has
      case Aggregate.All _ -> out.writeStringField("aggregate", "all");
      case Aggregate.First _ -> out.writeStringField("aggregate", "first");
      case Aggregate.Merge _ -> out.writeStringField("aggregate", "merge");
      case Aggregate.Quorum(int successes) -> {
        out.writeObjectFieldStart("aggregate");
        out.writeNumberField("quorum", successes);
        out.writeEndObject();
      }
    }
  }

  private void function(FunctionManifest function) throws IOException {
    out.writeStringField("kind", "Function");
    out.writeStringField("name", function.name());
    out.writeStringField("description", function.description());
    out.writeStringField("runtime", word(function.runtime()));
    if (function.runtime() == RuntimeKind.HTTP) {
      texts("handler", function.handler());
    } else {
      out.writeStringField("handler", function.handler().getFirst());
    }
    out.writeNumberField("memory", function.memory());
    out.writeStringField("timeout", function.timeout().toString());
    environment(function.environment());
    dependencies(function.dependencies());
    input(function.input());
    texts("produces", function.produces());
    retry(function.retry());
    out.writeStringField("effects", word(function.effects()));
    out.writeNumberField("concurrency", function.concurrency());
    if (function.order() != null) {
      out.writeStringField("order", function.order());
    }
    out.writeNumberField("priority", function.priority());
    if (function.cache() != null) {
      out.writeStringField("cache", function.cache().toString());
    }
    if (function.compensate() != null) {
      out.writeStringField("compensate", function.compensate());
    }
    warm(function.warm());
  }

  private void environment(Map<String, EnvironmentValue> environment) throws IOException {
    out.writeObjectFieldStart("environment");
    for (Map.Entry<String, EnvironmentValue> variable : new TreeMap<>(environment).entrySet()) {
      switch (variable.getValue()) {
        case EnvironmentValue.Plain(String value) -> out.writeStringField(variable.getKey(), value);
        case EnvironmentValue.Secret(String reference) -> {
          out.writeObjectFieldStart(variable.getKey());
          out.writeStringField("secret", reference);
          out.writeEndObject();
        }
      }
    }
    out.writeEndObject();
  }

  private void dependencies(List<Dependency> dependencies) throws IOException {
    out.writeArrayFieldStart("dependencies");
    for (Dependency dependency : dependencies) {
      if (dependency.with().isEmpty()) {
        out.writeString(dependency.name());
      } else {
        out.writeStartObject();
        out.writeStringField("name", dependency.name());
        out.writeObjectFieldStart("with");
        for (Map.Entry<String, String> with : new TreeMap<>(dependency.with()).entrySet()) {
          out.writeStringField(with.getKey(), with.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private void input(Input input) throws IOException {
    switch (input) {
      case Input.OfEvent _ -> out.writeStringField("input", "event");
      case Input.All _ -> out.writeStringField("input", "all");
      case Input.OutputOf(String dependency) -> {
        out.writeObjectFieldStart("input");
        out.writeStringField("output-of", dependency);
        out.writeEndObject();
      }
    }
  }

  private void retry(Retry retry) throws IOException {
    out.writeObjectFieldStart("retry");
    out.writeNumberField("attempts", retry.attempts());
    out.writeStringField("backoff", word(retry.backoff()));
    out.writeStringField("delay", retry.delay().toString());
    out.writeStringField("max", retry.max().toString());
    out.writeBooleanField("jitter", retry.jitter());
    out.writeEndObject();
  }

  private void warm(Warm warm) throws IOException {
    out.writeObjectFieldStart("warm");
    out.writeNumberField("min", warm.min());
    out.writeStringField("linger", warm.linger().toString());
    out.writeBooleanField("forecast", warm.forecast());
    out.writeArrayFieldStart("windows");
    for (Warm.Window window : warm.windows()) {
      out.writeStartObject();
      out.writeStringField("cron", window.cron());
      out.writeStringField("length", window.length().toString());
      out.writeNumberField("min", window.min());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void fallback(Fallback fallback) throws IOException {
    switch (fallback) {
      case Fallback.ToFunction(String name) -> out.writeString(name);
      case Fallback.ToValue(var value) -> {
        out.writeStartObject();
        out.writeFieldName("value");
        out.writeRawValue(value.text());
        out.writeEndObject();
      }
    }
  }

  private void texts(String key, List<String> texts) throws IOException {
    out.writeArrayFieldStart(key);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The same JSON, in which what YAML does not take as it is (section 5.1, {@code c-printable}) is
   * escaped. Such characters only stand within JSON's strings.
   */
  private static String printable(String json) {
    var text = new StringBuilder(json.length());
    json.chars()
        .forEach(
            unit -> {
              if (isPrintable(unit)) {
                text.append((char) unit);
              } else {
                text.append("\\u%04x".formatted(unit));
              }
            });
    return text.toString();
  }

  private static boolean isPrintable(int unit) {
    boolean mark = unit == 0x2028 || unit == 0x2029 || unit == 0xFEFF || unit >= 0xFFFE;
    return (unit >= ' ' && unit <= '~') || (unit >= 0xA0 && !mark);
  }
}
