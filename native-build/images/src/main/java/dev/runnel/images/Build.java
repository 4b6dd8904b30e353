package dev.runnel.images;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The native build of a capability: where it has left what.
 *
 * @param folder the capability's
 * @param finalName what Maven's files are called
 * @param version the capability's
 */
record Build(Path folder, String finalName, String version) {

  /** The capability's name. */
  String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  Path manifest() {
    return folder.resolve("src/main/resources").resolve(ManifestFiles.RESOURCE);
  }

  /** Each of its functions, and what it does, on one line. */
  String description() {
    return ManifestFiles.in(List.of(manifest())).declared().stream()
        .map(declared -> declared.manifest())
        .filter(FunctionManifest.class::isInstance)
        .map(FunctionManifest.class::cast)
        .map(function -> function.name() + ": " + function.description())
        .collect(Collectors.joining("; "));
  }

  /** Where the description goes. */
  Path image() {
    return target().resolve("image");
  }

  Path executable() {
    return target().resolve(finalName + "-runner");
  }

  /** The run-time dependencies, as Quarkus has resolved them: a bill of materials. */
  Path dependencies() {
    return target().resolve("dependencies.cdx.json");
  }

  /** What native-image says of itself and its work. */
  Path statistics() {
    return compiled().resolve(finalName + "-runner-build-output-stats.json");
  }

  /** The jars that native-image has read, beside the application's own. */
  List<Path> jars() throws IOException {
    return files(compiled().resolve("lib"));
  }

  /** What lies in {@code lib} beside the executable, by name. */
  List<Path> libraries() throws IOException {
    return files(target().resolve("lib"));
  }

  /** The executable, and those of its libraries that the system loads. */
  List<Path> binaries() throws IOException {
    var binaries = new ArrayList<Path>();
    binaries.add(executable());
    for (Path library : libraries()) {
      if (ElfFile.isOne(library)) {
        binaries.add(library);
      }
    }
    return binaries;
  }

  private Path compiled() {
    return target().resolve(finalName + "-native-image-source-jar");
  }

  private Path target() {
    return folder.resolve("target");
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
