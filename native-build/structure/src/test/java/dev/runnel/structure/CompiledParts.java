package dev.runnel.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;

/** The class files of parts, as ArchUnit reads them. */
final class CompiledParts {

  private CompiledParts() {}

  /** Fails where a part is not compiled: no rule may pass because there was nothing to look at. */
  static JavaClasses read(List<Part> parts) {
    String uncompiled =
        parts.stream()
            .filter(Part::lacksClasses)
            .map(Part::place)
            .collect(Collectors.joining(", "));
    if (!uncompiled.isEmpty()) {
      throw new IllegalStateException(
          "There are no class files in target/classes of %s; build all modules first: mvn -Dquickly compile"
              .formatted(uncompiled));
    }
    return new ClassFileImporter().importPaths(parts.stream().map(Part::classes).toList());
  }
}
