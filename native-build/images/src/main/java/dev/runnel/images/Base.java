package dev.runnel.images;

import java.util.List;
import java.util.Set;

/**
 * An image that others are made from: which shared libraries it has, up to which versions.
 *
 * @param image its name in a registry
 * @param libraries the names that programs ask for them by
 * @param versions the highest symbol version of each family
 */
record Base(String image, Set<String> libraries, List<SymbolVersion> versions) {

  /**
   * Red Hat's micro image, version 9, with libz and libstdc++ beside what it has: glibc 2.34, zlib
   * 1.2.11, and the libraries of GCC 11. It has no package manager, and 65532 is nobody there.
   */
  static final Base DEFAULT =
      new Base(
          "quay.io/quarkus/ubi9-quarkus-micro-image:2.0",
          Set.of(
              "ld-linux-aarch64.so.1",
              "ld-linux-x86-64.so.2",
              "libc.so.6",
              "libdl.so.2",
              "libgcc_s.so.1",
              "libm.so.6",
              "libpthread.so.0",
              "librt.so.1",
              "libstdc++.so.6",
              "libz.so.1"),
          List.of(
              SymbolVersion.of("CXXABI_1.3.13"),
              SymbolVersion.of("GCC_7.0.0"),
              SymbolVersion.of("GLIBC_2.34"),
              SymbolVersion.of("GLIBCXX_3.4.29"),
              SymbolVersion.of("ZLIB_1.2.9")));

  Base {
    libraries = Set.copyOf(libraries);
    versions = List.copyOf(versions);
  }

  /** Whether what needs this runs on it. */
  boolean has(Needs needs) {
    return libraries.containsAll(needs.libraries())
        && needs.versions().stream()
            .allMatch(needed -> versions.stream().anyMatch(version -> version.covers(needed)));
  }
}
