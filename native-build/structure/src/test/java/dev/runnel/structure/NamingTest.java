package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What types, packages, folders and artifacts may be called. */
class NamingTest {

  private static final List<Names> ALL =
      Repository.here().parts().stream().map(Names::new).toList();

  @TempDir Path folder;

  @Test
  void noTypeHasAVagueName() {
    assertThat(all(Names::vagueTypes)).isEmpty();
  }

  @Test
  void noTypeOfACapabilityIsCalledLikeAWordOfThePlatform() {
    assertThat(all(Names::platformWords)).isEmpty();
  }

  @Test
  void noModuleAndNoPackageTakesAnything() {
    assertThat(all(Names::catchAlls)).isEmpty();
  }

  @Test
  void nullIsCheckedInEveryPackage() {
    assertThat(all(Names::unmarkedPackages)).isEmpty();
  }

  @Test
  void folderArtifactAndPackageCarryTheSameName() {
    assertThat(all(Names::unequal)).isEmpty();
  }

  @Test
  void findsWhatIsWrongInABrokenPart() {
    Sample.write(
        folder,
        Map.of(
            "functions/cost/pom.xml",
            "<project><artifactId>runnel-costs</artifactId></project>",
            "functions/cost/src/main/java/dev/runnel/cost/util/Input.java",
            "package dev.runnel.cost.util; class Input { static class CostManager {} }",
            "functions/cost/src/test/java/cost/CostTest.java",
            "package cost; class CostTest {}"));
    var names = new Names(new Repository(folder).parts().getFirst());

    String input = "functions/cost/src/main/java/dev/runnel/cost/util/Input.java: ";
    String test = "functions/cost/src/test/java/cost/CostTest.java: ";
    assertThat(names.vagueTypes()).singleElement().asString().contains(input, "CostManager");
    assertThat(names.platformWords()).singleElement().asString().contains(input, "called Input");
    assertThat(names.catchAlls()).singleElement().asString().contains("dev.runnel.cost.util");
    assertThat(names.unmarkedPackages())
        .satisfiesExactly(
            found -> assertThat(found).startsWith(test),
            found -> assertThat(found).startsWith(input).contains("@NullMarked"));
    assertThat(names.unequal())
        .satisfiesExactly(
            found -> assertThat(found).contains("runnel-costs", "folder: runnel-cost."),
            found -> assertThat(found).startsWith(test).contains("outside dev.runnel.cost"));
  }

  private static List<String> all(Function<Names, List<String>> rule) {
    return ALL.stream().flatMap(names -> rule.apply(names).stream()).toList();
  }
}
