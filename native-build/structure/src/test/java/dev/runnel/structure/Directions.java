package dev.runnel.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.stream.Stream;

/** The rules on who may use whom, as ArchUnit checks them. */
final class Directions {

  private static final String RUNNEL = "dev.runnel..";

  private static final String[] FRAMEWORKS = {
    "io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..", "org.eclipse.microprofile.."
  };

  /** A bean that holds what must live as long as the application, a loaded model for example. */
  static final DescribedPredicate<JavaClass> HOLDER =
      describe(
          "are beans",
          type ->
              !type.isRecord()
                  && type.getAnnotations().stream()
                      .anyMatch(annotation -> isScope(annotation.getRawType())));

  private static final DescribedPredicate<JavaClass> FUNCTION =
      describe("are called *Function", type -> type.getSimpleName().endsWith("Function"));

  private Directions() {}

  /** The package uses, of Runnel, only itself and these parts. */
  static ArchRule usesOnlyParts(String rootPackage, Collection<String> parts) {
    var allowed =
        Stream.concat(Stream.of(rootPackage), parts.stream().map(Part::rootPackage))
            .map(name -> name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(rootPackage + ".."))
        .should()
        .dependOnClassesThat(resideInAPackage(RUNNEL).and(not(resideInAnyPackage(allowed))))
        .because(
            "it may use only %s; turn the dependency around, or move the type to where both may see it"
                .formatted(String.join(", ", allowed)));
  }

  /** The package uses nothing but Runnel, the JDK and these libraries. */
  static ArchRule usesOnlyLibraries(String rootPackage, String... libraries) {
    var allowed =
        Stream.concat(Stream.of(RUNNEL, "java.."), Stream.of(libraries)).toArray(String[]::new);
    return classes()
        .that(resideInAPackage(rootPackage + ".."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .because("it must run without any framework; let the part that calls it bring the rest");
  }

  /** Of a capability, only the function and the beans that it is given know a framework. */
  static ArchRule keepsItsKernelPure(String rootPackage) {
    return noClasses()
        .that(resideInAPackage(rootPackage + ".."))
        .and(not(FUNCTION.and(not(describe("are records", JavaClass::isRecord)))))
        .and(not(HOLDER))
        .should()
        .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
        .because("kernels and records are plain Java; keep the framework in *Function or a bean");
  }

  /** No package needs itself by way of others. */
  static ArchRule hasNoPackageCycles(String rootPackage) {
    return slices()
        .assignedFrom(new Packages(rootPackage))
        .should()
        .beFreeOfCycles()
        .because("packages in a circle are one package; move what both need to the lower one");
  }

  private static boolean isScope(JavaClass annotation) {
    return annotation.getPackageName().equals("jakarta.enterprise.context")
        || annotation.getName().equals("jakarta.inject.Singleton");
  }

  /** Each package of a part by itself. */
  private record Packages(String rootPackage) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return (name + ".").startsWith(rootPackage + ".")
          ? SliceIdentifier.of(name)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages of " + rootPackage;
    }
  }
}
