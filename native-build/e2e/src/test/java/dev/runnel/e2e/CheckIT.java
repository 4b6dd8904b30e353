package dev.runnel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of manifests that are checked without starting anything. */
class CheckIT {

  private static final String MANIFEST = "src/main/resources/META-INF/runnel/function.yaml";

  @TempDir static Path folder;
  private static Checkout runnel;

  @BeforeAll
  static void copy() throws Exception {
    runnel = Checkout.copyTo(folder.resolve("runnel"));
    Command.in(folder, "runnel/runnel", "new", "greet").output();
  }

  @Test
  void saysWhatTheReadmeShows() throws Exception {
    var readme = new Readme(runnel.read("README.md"));
    String command = "./runnel check ../greet\n";

    String said = Command.in(runnel.root(), "sh", "-c", command).output();

    assertThat(said).endsWith(readme.answerTo(command, "text"));
  }

  @Test
  void findsNothingWrongWithWhatShips() throws Exception {
    var ended = Command.in(folder, "runnel/runnel", "check", "--strict").end();

    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("0 errors, 0 warnings");
  }

  @Test
  void failsWithFileAndLineWhereSomethingIsWrong() throws Exception {
    var other = begun("wrong");
    other.append(MANIFEST, "dependencies: [nobody]\n");
    long line = other.read(MANIFEST).lines().count();

    var ended = Command.in(folder, "runnel/runnel", "check", "wrong").end();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output())
        .contains("wrong/" + MANIFEST + ":" + line + ":16: error: /dependencies/0: there is no");
  }

  @Test
  void failsOverAWarningOnlyWhereItIsStrict() throws Exception {
    var other = begun("idle");
    other.write(MANIFEST, "{ name: idle, runtime: native, handler: s.O#p }\n");

    var lenient = Command.in(folder, "runnel/runnel", "check", "idle/" + MANIFEST).end();
    var strict = Command.in(folder, "runnel/runnel", "check", "--strict", "idle").end();

    assertThat(lenient.status()).as(lenient.output()).isZero();
    assertThat(lenient.output()).contains("warning: /name: no event starts the function");
    assertThat(strict.status()).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    var option = Command.in(folder, "runnel/runnel", "check", "--all").end();
    var path = Command.in(folder, "runnel/runnel", "check", "nowhere").end();

    assertThat(option.status()).isEqualTo(1);
    assertThat(option.output()).contains("runnel: check: there is no option '--all'");
    assertThat(path.status()).isEqualTo(1);
    assertThat(path.output()).contains("runnel: there is no nowhere");
  }

  private static Checkout begun(String name) throws Exception {
    Command.in(folder, "runnel/runnel", "new", name).output();
    return new Checkout(folder.resolve(name));
  }
}
