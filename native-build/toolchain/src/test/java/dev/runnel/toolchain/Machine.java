package dev.runnel.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A machine that lacks something, as far as a script can tell: a folder of what it would find. */
record Machine(Path folder) {

  private static final Pattern PATH = Pattern.compile(Pattern.quote(File.pathSeparator));

  /** Where a script keeps what it makes. */
  Path cache() {
    return folder.resolve("cache");
  }

  /** What is left there, by name. */
  List<String> kept() throws IOException {
    Path kept = cache().resolve("runnel");
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A program of this text. */
  Path program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A PATH on which nothing is found but the named programs. */
  Path pathWith(String... programs) throws IOException {
    for (String name : programs) {
      Path real =
          PATH.splitAsStream(System.getenv("PATH"))
              .map(place -> Path.of(place, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      program("programs/" + name, "exec '" + real + "' \"$@\"");
    }
    return folder.resolve("programs");
  }

  /** A JDK of another version: only what is looked at. */
  Path jdk(String version) throws IOException {
    program("jdk/bin/javac", "exit 1");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve("jdk");
  }
}
