package dev.runnel.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What programs and libraries that lie together need of the system below them.
 *
 * @param libraries by the names that they are asked for by, sorted
 * @param versions the highest symbol version of each family, sorted
 */
record Needs(List<String> libraries, List<SymbolVersion> versions) {

  Needs {
    libraries = List.copyOf(libraries);
    versions = List.copyOf(versions);
  }

  /** What these files need, beside each other. */
  static Needs of(Collection<Path> files) throws IOException {
    var all = new ArrayList<ElfFile>();
    var there = new HashSet<String>();
    for (Path file : files) {
      ElfFile elf = ElfFile.read(file);
      all.add(elf);
      there.add(file.getFileName().toString());
      elf.name().ifPresent(there::add);
    }
    var needed = new TreeSet<String>();
    var highest = new TreeMap<String, SymbolVersion>();
    for (ElfFile elf : all) {
      needed.addAll(elf.needed());
      elf.versions()
          .forEach(
              (library, versions) -> {
                if (!there.contains(library)) {
                  versions.forEach(
                      version ->
                          highest.merge(version.family(), version, (a, b) -> a.covers(b) ? a : b));
                }
              });
    }
    needed.removeAll(there);
    return new Needs(List.copyOf(needed), List.copyOf(highest.values()));
  }

  @Override
  public String toString() {
    return Stream.concat(libraries.stream(), versions.stream().map(SymbolVersion::toString))
        .collect(Collectors.joining(", "));
  }
}
