package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part may use which, in class files and in poms; and what stays free of frameworks. */
class DependencyDirectionTest {

  private static final int MOST_HOLDERS = 2;

  private static final Repository REPOSITORY = Repository.here();
  private static final List<Part> PARTS =
      REPOSITORY.parts().stream().filter(part -> !part.isIn("native-build")).toList();

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes = CompiledParts.read(PARTS);
  }

  /** Those that have code; others only put parts together. */
  static List<Part> parts() {
    return PARTS.stream().filter(part -> !part.mainSources().isEmpty()).toList();
  }

  static List<Part> capabilities() {
    return PARTS.stream().filter(Part::isCapability).toList();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void usesOnlyThePartsThatItMay(Part part) {
    Directions.usesOnlyParts(part.rootPackage(), allowed(part.place())).check(classes);
  }

  @Test
  void dependsInPomsOnlyOnThePartsThatItMay() {
    for (Pom pom : REPOSITORY.poms()) {
      String place = REPOSITORY.show(pom.folder());
      if (!pom.folder().equals(REPOSITORY.root()) && !place.startsWith("native-build/")) {
        assertThat(allowed(place))
            .as(place + "/pom.xml depends on a part that it may not use; take it out")
            .containsAll(pom.usedParts());
      }
    }
  }

  @Test
  void theContractNeedsNoFramework() {
    Directions.usesOnlyLibraries(
            "dev.runnel.contract",
            "com.fasterxml.jackson.core..",
            "org.snakeyaml.engine..",
            "org.jspecify..")
        .check(classes);
  }

  @Test
  void theEngineNeedsNoFramework() {
    Directions.usesOnlyLibraries(
            "dev.runnel.engine", "com.fasterxml.jackson.core..", "org.jspecify..")
        .check(classes);
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void keepsItsKernelPure(Part capability) {
    Directions.keepsItsKernelPure(capability.rootPackage()).check(classes);
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void hasFewBeans(Part capability) {
    String root = capability.rootPackage() + ".";
    assertThat(classes.that(Directions.HOLDER))
        .filteredOn(type -> type.getName().startsWith(root))
        .extracting(type -> type.getName())
        .as("beans beside the function; what they compute belongs into plain classes")
        .hasSizeLessThanOrEqualTo(MOST_HOLDERS);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void hasNoPackageCycles(Part part) {
    Directions.hasNoPackageCycles(part.rootPackage()).check(classes);
  }

  private static Set<String> allowed(String place) {
    return PartUse.allowed(place)
        .orElseThrow(
            () -> new AssertionError("PartUse has no line for " + place + "; say what it may use"));
  }
}
