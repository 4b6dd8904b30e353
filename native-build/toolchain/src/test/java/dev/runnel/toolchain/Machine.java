package dev.runnel.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A machine that lacks something, as far as a script can tell: a folder of what it would find. */
record Machine(Path folder) {

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

  /** A PATH on which everything is found but the named programs. */
  Path pathWithout(String... lacking) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String place : List.of(System.getenv("PATH").split(File.pathSeparator))) {
      for (Path program : programsIn(Path.of(place))) {
        Path link = programs.resolve(program.getFileName());
        if (!List.of(lacking).contains(link.getFileName().toString()) && !Files.exists(link)) {
          Files.createSymbolicLink(link, program);
        }
      }
    }
    return programs;
  }

  private static List<Path> programsIn(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(); // a PATH may name what is not there
    }
    try (Stream<Path> found = Files.list(place)) {
      return found.toList();
    }
  }

  /** A JDK of another version: only what is looked at. */
  Path jdk(String version) throws IOException {
    program("jdk/bin/javac", "exit 1");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve("jdk");
  }
}
