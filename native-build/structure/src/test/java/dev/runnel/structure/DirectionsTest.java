package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules on dependencies bite: on a sample whose parts break every one of them. */
class DirectionsTest {

  private static final Map<String, String> SAMPLE =
      Map.ofEntries(
          source("io.quarkus.Startup", "public @interface Startup {}"),
          source("jakarta.inject.Singleton", "public @interface Singleton {}"),
          source("dev.runnel.contract.Event", "public class Event {}"),
          source("dev.runnel.engine.Run", "public class Run {}"),
          source("dev.runnel.tensor.Vector", "public class Vector {}"),
          source(
              "dev.runnel.cost.CostFunction", "@io.quarkus.Startup public class CostFunction {}"),
          source("dev.runnel.cost.Prices", "@jakarta.inject.Singleton public class Prices {}"),
          source("dev.runnel.cost.Analysis", "class Analysis { io.quarkus.Startup at; }"),
          source("dev.runnel.cost.Usage", "@jakarta.inject.Singleton record Usage() {}"),
          source("dev.runnel.cost.Sum", "class Sum { dev.runnel.contract.Event ours; }"),
          source("dev.runnel.cost.Likeness", "class Likeness { dev.runnel.tensor.Vector v; }"),
          source(
              "dev.runnel.cost.Place", "class Place { java.util.List<dev.runnel.engine.Run> r; }"),
          source("dev.runnel.ring.Ring", "public class Ring { dev.runnel.ring.link.Link next; }"),
          source("dev.runnel.ring.link.Link", "public class Link { dev.runnel.ring.Ring whole; }"));

  @TempDir static Path folder;

  private static JavaClasses classes;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    var compiled = Javac.compile(folder, SAMPLE, List.of());
    assertThat(compiled.succeeded()).as(compiled.output()).isTrue();
    classes = new ClassFileImporter().importPath(folder.resolve("classes"));
  }

  @Test
  void findsACapabilityThatUsesAnotherOrTheRouter() {
    assertThat(violations(Directions.usesOnlyParts("dev.runnel.cost", List.of("contract"))))
        .hasSize(2)
        .anySatisfy(found -> assertThat(found).contains("Likeness", "dev.runnel.tensor.Vector"))
        .anySatisfy(found -> assertThat(found).contains("Place", "dev.runnel.engine.Run"));
  }

  @Test
  void findsALibraryThatIsNotAllowed() {
    assertThat(violations(Directions.usesOnlyLibraries("dev.runnel.cost", "jakarta..")))
        .hasSize(2)
        .allSatisfy(found -> assertThat(found).contains("io.quarkus.Startup"));
  }

  @Test
  void findsAKernelAndARecordThatKnowAFramework() {
    assertThat(violations(Directions.keepsItsKernelPure("dev.runnel.cost")))
        .hasSize(2)
        .anySatisfy(found -> assertThat(found).contains("Analysis", "io.quarkus.Startup"))
        .anySatisfy(found -> assertThat(found).contains("Usage", "jakarta.inject.Singleton"));
  }

  @Test
  void knowsABeanByItsScope() {
    assertThat(classes.that(Directions.HOLDER))
        .extracting(type -> type.getSimpleName())
        .containsExactly("Prices");
  }

  @Test
  void findsPackagesInACircle() {
    assertThat(violations(Directions.hasNoPackageCycles("dev.runnel.ring"))).hasSize(1);
    assertThat(violations(Directions.hasNoPackageCycles("dev.runnel.cost"))).isEmpty();
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  /** The annotations are kept in class files, as those of the frameworks are. */
  private static Map.Entry<String, String> source(String name, String type) {
    int dot = name.lastIndexOf('.');
    return Map.entry(
        name.replace('.', '/') + ".java",
        "package %s;\n\n%s\n".formatted(name.substring(0, dot), type));
  }
}
