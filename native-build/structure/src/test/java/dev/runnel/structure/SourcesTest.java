package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not stand in a file. A character class in a pattern keeps it from finding itself. */
class SourcesTest {

  private static final String ANY = ".*";
  private static final String JAVA = ".*\\.java";
  private static final String MAIN = "(?:.*/)?src/main/.*\\.java";

  private static final TextRule MACHINE =
      TextRule.of(
          ANY,
          "(?<![\\w.}*~-])(/(home|Users|root|tmp|work|mnt)/\\w|[A-Z]:\\\\+Users\\b)",
          "a path of one machine; derive it, or take it as an argument");
  private static final TextRule UNFINISHED =
      TextRule.of(ANY, "\\b(T[O]DO|F[I]XME|X[X]X)\\b", "do it, or open an issue");
  private static final TextRule PRINTING =
      TextRule.of(
          MAIN,
          "\\bSystem\\.(out|err)\\b|\\bprintStackTrace\\b",
          "log it, or make it part of the answer");
  private static final TextRule SLEEPING =
      TextRule.of(MAIN, "\\bThread\\.sleep\\b", "arm a timer; a sleeping thread serves nobody");
  private static final TextRule AWAITING =
      TextRule.of(
          MAIN, "\\bawait\\(\\)|\\.await\\(", "compose the Uni; only tests may block on one");
  private static final TextRule DISABLED =
      TextRule.of(JAVA, "@D[i]sabled\\b", "mend the test, or delete it");

  private static final Repository REPOSITORY = Repository.here();

  @TempDir Path folder;

  @Test
  void noFileNamesAPathOfAMachine() {
    assertThat(MACHINE.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void nothingIsLeftToDoLater() {
    assertThat(UNFINISHED.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void nothingIsPrinted() {
    assertThat(PRINTING.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void nobodySleeps() {
    assertThat(SLEEPING.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void nobodyBlocksOnAUni() {
    assertThat(AWAITING.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void noTestIsSwitchedOff() {
    assertThat(DISABLED.violations(REPOSITORY)).isEmpty();
  }

  @Test
  void versionsStandInTheRootPomOnly() {
    assertThat(literalVersions(REPOSITORY)).isEmpty();
  }

  @Test
  void findsWhatIsWrongInABrokenFile() {
    Sample.write(
        folder,
        Map.of(
            "pom.xml",
            "<project><version>1.0</version></project>",
            "part/pom.xml",
            "<project><parent><version>1.0</version></parent><version>2.0</version></project>",
            "part/src/main/java/Bad.java",
            """
            // %s/ann/notes, T%s: more
            System.out.println(); Thread.sleep(1);
            uni.await().indefinitely();
            """
                .formatted("/home", "ODO"),
            "part/src/test/java/BadTest.java",
            "@%s class BadTest { { Thread.sleep(1); uni.await().indefinitely(); } }"
                .formatted("Disabled"),
            "part/target/Generated.java",
            "T%s".formatted("ODO")));
    var broken = new Repository(folder);

    assertThat(MACHINE.violations(broken)).singleElement().asString().contains("Bad.java:1: ");
    assertThat(UNFINISHED.violations(broken)).singleElement().asString().contains("Bad.java:1: ");
    assertThat(PRINTING.violations(broken)).singleElement().asString().contains("Bad.java:2: ");
    assertThat(SLEEPING.violations(broken)).singleElement().asString().contains("Bad.java:2: ");
    assertThat(AWAITING.violations(broken)).singleElement().asString().contains("Bad.java:3: ");
    assertThat(DISABLED.violations(broken)).singleElement().asString().contains("BadTest.java:1: ");
    assertThat(literalVersions(broken)).singleElement().asString().contains("part/pom.xml", "2.0");
  }

  private static List<String> literalVersions(Repository repository) {
    return repository.poms().stream()
        .filter(pom -> !pom.folder().equals(repository.root()))
        .flatMap(
            pom ->
                pom.literalVersions().stream()
                    .map(
                        version ->
                            "%s: the version %s stands here; manage it in the root pom."
                                .formatted(repository.show(pom.file()), version)))
        .toList();
  }
}
