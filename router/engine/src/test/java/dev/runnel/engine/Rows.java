package dev.runnel.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the rows of a test, in JSON, and the manifests within them. */
public final class Rows {

  private Rows() {}

  /** The rows of a file of test resources. */
  public static Stream<Map<?, ?>> of(String file) {
    try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream(file))) {
      return list(new Load(LoadSettings.builder().build()).loadFromInputStream(in)).stream()
          .map(Rows::map);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The functions that the manifests declare; none of them has an error. */
  public static List<Declared> declared(@Nullable Object manifests) {
    String yaml =
        new Dump(DumpSettings.builder().setDereferenceAliases(true).build())
            .dumpToString(Objects.requireNonNull(manifests));
    ManifestReading reading = ManifestReader.read("row", yaml.getBytes(UTF_8));
    assertThat(reading.errors()).as(yaml).isEmpty();
    return reading.declared();
  }

  public static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  public static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }
}
