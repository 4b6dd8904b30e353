package dev.runnel.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in manifests that lie in files, and where these are looked for. */
class ManifestCheckTest {

  private static final String GOOD =
      "{ name: a, runtime: jvm, handler: s.O#p, triggers: [ { filters: [] } ] }\n";
  private static final String IDLE = "{ name: b, runtime: jvm, handler: s.O#p, produces: [t] }\n";
  private static final String MAIN = "src/main/resources/META-INF/runnel/function.yaml";

  @TempDir private Path folder;

  @Test
  void saysThatNothingIsWrong() throws Exception {
    ManifestCheck check = check(write("a.yaml", GOOD));

    assertThat(check.lines())
        .containsExactly("1 function or chain in 1 file: 0 errors, 0 warnings, 0 hints");
    assertThat(check.isGood(true)).isTrue();
  }

  @Test
  void countsWarningsOnlyWhereItIsStrict() throws Exception {
    Path file = write("b.yaml", "\n" + IDLE);
    ManifestCheck check = check(file);

    assertThat(check.lines()).hasSize(3);
    assertThat(check.lines().getFirst())
        .startsWith(file + ":2:3: warning: /name: no event starts the function")
        .contains("; expected triggers");
    assertThat(check.lines().get(1)).contains(": hint: /produces/0: nobody here wants t");
    assertThat(check.lines().getLast())
        .isEqualTo("1 function or chain in 1 file: 0 errors, 1 warning, 1 hint");
    assertThat(check.isGood(false)).isTrue();
    assertThat(check.isGood(true)).isFalse();
  }

  @Test
  void doesNotCountHintsEvenWhereItIsStrict() throws Exception {
    ManifestCheck check =
        check(
            write(
                "a.yaml",
                """
                name: a
                runtime: jvm
                handler: s.O#p
                triggers: [ { filters: [ { exact: { type: x } } ] } ]
                produces: [t]
                """));

    assertThat(check.lines().getLast()).endsWith("0 warnings, 1 hint");
    assertThat(check.isGood(true)).isTrue();
  }

  @Test
  void listsErrorsInAndBetweenFilesAndNothingElse() throws Exception {
    Path one =
        write("1.yaml", "{ name: a, runtime: jvm, handler: s.O#p, dependencies: [nowhere] }\n");
    Path other = write("2.yaml", IDLE + "---\n{ name: B }\n");
    ManifestCheck check = check(one, other);

    assertThat(check.lines().getFirst())
        .isEqualTo(
            one
                + ":1:57: error: /dependencies/0: there is no function \"nowhere\"; expected the name of a"
                + " function that is loaded");
    assertThat(check.lines()).anyMatch(line -> line.startsWith(other + ":3:"));
    assertThat(check.lines()).noneMatch(line -> line.contains("warning:"));
    assertThat(check.isGood(false)).isFalse();
  }

  @Test
  void findsTheManifestsOfCapabilities() throws Exception {
    Path good = write("x/capability/" + MAIN, GOOD);
    Path deployed = write("functions/y/function.yaml", IDLE);
    write("functions/y/run", "");
    write("x/target/classes/META-INF/runnel/function.yaml", "no");
    write("x/target/" + MAIN, "no");
    write(".git/" + MAIN, "no");
    write("x/src/test/resources/META-INF/runnel/function.yaml", "no");
    write("starter/function.yaml", "no");

    assertThat(ManifestPaths.in(List.of(folder))).containsExactly(deployed, good);
    assertThat(ManifestPaths.in(List.of(folder, good))).containsExactly(deployed, good);
  }

  @Test
  void refusesPathsThatLeadToNone() {
    assertThatThrownBy(() -> ManifestPaths.in(List.of(folder)))
        .isInstanceOf(NoManifests.class)
        .hasMessageContaining(folder + " declares no function")
        .hasMessageContaining(MAIN);
    assertThatThrownBy(() -> ManifestPaths.in(List.of(folder.resolve("nowhere"))))
        .hasMessageContaining("there is no " + folder.resolve("nowhere"));
  }

  private static ManifestCheck check(Path... files) {
    return ManifestCheck.of(List.of(files));
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
