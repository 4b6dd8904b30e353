package dev.runnel.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the native build of a capability leaves behind, made up, but for the executable. */
record SampleBuild(Build build) {

  private static final String NAME = "sample-1.0";

  static SampleBuild in(Path folder, String manifest) throws IOException {
    Path capability = folder.resolve("sample");
    var build = new Build(capability, NAME, "1.0");
    Path resources = capability.resolve("src/main/resources/META-INF/runnel");
    Files.createDirectories(resources);
    Files.writeString(resources.resolve("function.yaml"), manifest);
    Files.createDirectories(build.statistics().resolveSibling("lib"));
    copy("dependencies.cdx.json", build.dependencies());
    copy("statistics.json", build.statistics());
    return new SampleBuild(build);
  }

  /** A function of this description. */
  static String manifest(String name, String description) {
    return """
    name: %s
    description: %s
    runtime: native
    handler: com.example.Sample#%s
    """
        .formatted(name, description, name);
  }

  /** A file in {@code lib} beside the executable. */
  SampleBuild library(String name, byte[] content) throws IOException {
    Path lib = build.executable().resolveSibling("lib");
    Files.createDirectories(lib);
    Files.write(lib.resolve(name), content);
    return this;
  }

  /** A jar that native-image has read. */
  SampleBuild jar(String name, Map<String, byte[]> entries) throws IOException {
    Path jar = build.statistics().resolveSibling("lib").resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return this;
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = SampleBuild.class.getResourceAsStream(resource)) {
      Files.write(to, Objects.requireNonNull(in).readAllBytes());
    }
  }
}
