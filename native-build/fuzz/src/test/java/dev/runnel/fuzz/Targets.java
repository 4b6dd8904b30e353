package dev.runnel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All targets, and where their seeds stand: {@code seeds/} with a folder for each. */
enum Targets {
  STRUCTURED(StructuredEventTarget.class),
  BINARY(BinaryEventTarget.class),
  BATCH(BatchTarget.class),
  JSON(JsonTarget.class),
  MANIFEST(ManifestTarget.class),
  FILTER(FilterTarget.class),
  CESQL(CesqlTarget.class),
  PREFER(PreferTarget.class),
  TRACE(TraceTarget.class);

  private final Class<?> entry;

  Targets(Class<?> entry) {
    this.entry = entry;
  }

  Class<?> entry() {
    return entry;
  }

  /** Throws what the target throws. */
  void run(byte[] input) {
    switch (this) {
      case STRUCTURED -> StructuredEventTarget.fuzzerTestOneInput(input);
      case BINARY -> BinaryEventTarget.fuzzerTestOneInput(input);
      case BATCH -> BatchTarget.fuzzerTestOneInput(input);
      case JSON -> JsonTarget.fuzzerTestOneInput(input);
      case MANIFEST -> ManifestTarget.fuzzerTestOneInput(input);
      case FILTER -> FilterTarget.fuzzerTestOneInput(input);
      case CESQL -> CesqlTarget.fuzzerTestOneInput(input);
      case PREFER -> PreferTarget.fuzzerTestOneInput(input);
      case TRACE -> TraceTarget.fuzzerTestOneInput(input);
    }
  }

  Path seedFolder() {
    return Path.of("src/test/resources/seeds", entry.getSimpleName());
  }

  List<byte[]> seeds() {
    try (Stream<Path> files = Files.list(seedFolder())) {
      return files.sorted().map(Targets::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
