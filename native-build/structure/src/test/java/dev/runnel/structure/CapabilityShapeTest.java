package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every capability is whole; and a sample that is not is known by what it lacks. */
class CapabilityShapeTest {

  private static final String POM = "functions/cost/pom.xml";
  private static final String README = "functions/cost/README.md";
  private static final String MANIFEST =
      "functions/cost/src/main/resources/META-INF/runnel/function.yaml";
  private static final String FUNCTION =
      "functions/cost/src/main/java/dev/runnel/cost/CostFunction.java";
  private static final String SUITE =
      "functions/cost/src/test/java/dev/runnel/cost/CostFunctionTest.java";
  private static final String NATIVE_TWIN =
      "functions/cost/src/test/java/dev/runnel/cost/CostFunctionIT.java";

  private static final Map<String, String> WHOLE =
      Map.of(
          "functions/pom.xml",
          "<project><packaging>pom</packaging><modules><module>cost</module></modules></project>",
          POM,
          "<project><artifactId>runnel-cost</artifactId></project>",
          README,
          "## What\n## Fires on\n## Answers\n## Limits\n## Try it\n",
          MANIFEST,
          "name: cost\nruntime: native\nhandler: dev.runnel.cost.CostFunction#analyse\n",
          FUNCTION,
          "package dev.runnel.cost;\nclass CostFunction {}\n",
          SUITE,
          """
          package dev.runnel.cost;
          class CostFunctionTest extends FunctionContract {
            FunctionExample example() { return FunctionExample.of("cost", "t", "{}", "[]"); }
          }
          """,
          NATIVE_TWIN,
          "package dev.runnel.cost;\nclass CostFunctionIT extends CostFunctionTest {}\n");

  @TempDir Path folder;

  static List<Part> capabilities() {
    return Repository.here().parts().stream().filter(Part::isCapability).toList();
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void everyCapabilityIsWhole(Part capability) {
    assertThat(new CapabilityShape(capability).missing()).isEmpty();
  }

  @Test
  void findsNothingMissingInAWholeSample() {
    assertThat(missing(WHOLE)).isEmpty();
  }

  @Test
  void namesAModuleThatIsNotListed() {
    assertThat(missing(with("functions/pom.xml", "<project><packaging>pom</packaging></project>")))
        .containsExactly(
            "functions/cost: functions/pom.xml does not list it; add <module>cost</module>.");
  }

  @Test
  void namesTheHeadingsThatAReadmeLacks() {
    assertThat(missing(with(README, "## What\n## Answers\n## Try it\n")))
        .containsExactly(
            "functions/cost/README.md lacks the headings ## Fires on, ## Limits; answer each in a few lines.");
  }

  @Test
  void namesAPomThatIsTooLong() {
    assertThat(missing(with(POM, WHOLE.get(POM) + "\n".repeat(41))))
        .singleElement()
        .asString()
        .contains("functions/cost/pom.xml has 41 lines, at most 40");
  }

  @Test
  void namesWhatIsWrongInAManifestWithItsPlace() {
    assertThat(missing(with(MANIFEST, WHOLE.get(MANIFEST) + "memory: lots\n")))
        .singleElement()
        .asString()
        .contains("function.yaml:4:1 /memory: ", "expected");
  }

  @Test
  void namesAFunctionClassThatDoesTooMuch() {
    assertThat(missing(with(FUNCTION, WHOLE.get(FUNCTION) + "\n".repeat(79))))
        .singleElement()
        .asString()
        .contains("CostFunction.java has 81 lines, at most 80");
  }

  @Test
  void namesAFunctionThatNoTestTakesToTheContract() {
    assertThat(missing(with(SUITE, "package dev.runnel.cost; class CostFunctionTest {}")))
        .singleElement()
        .asString()
        .contains("no test of cost extends FunctionContract");
  }

  @Test
  void namesATestWithoutItsNativeTwin() {
    assertThat(missing(with(NATIVE_TWIN, "package dev.runnel.cost; class CostFunctionIT {}")))
        .singleElement()
        .asString()
        .contains("beside CostFunctionTest.java no *FunctionIT extends it");
  }

  @Test
  void namesEverythingThatAnEmptyFolderLacks() {
    assertThat(missing(Map.of(POM, "<project/>")))
        .satisfiesExactly(
            found -> assertThat(found).contains("does not list it"),
            found -> assertThat(found).contains("/README.md is missing"),
            found -> assertThat(found).contains("/function.yaml is missing"),
            found -> assertThat(found).contains("has no *Function.java"));
  }

  private List<String> missing(Map<String, String> files) {
    Sample.write(folder, files);
    var parts = new Repository(folder).parts();
    return parts.stream().flatMap(part -> new CapabilityShape(part).missing().stream()).toList();
  }

  private static Map<String, String> with(String file, String text) {
    var files = new HashMap<>(WHOLE);
    files.put(file, text);
    return files;
  }
}
