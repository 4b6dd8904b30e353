package dev.runnel.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runnel.toolchain.Script.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A toolchain is there whole or not at all, and one line says why not. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "assembled there only")
class AssemblyTest {

  /** What stands in for Maven, and fetches nothing. */
  private static final String NOTHING_FETCHED = "exit 0";

  @TempDir Path folder;
  private Machine machine = new Machine(Path.of(""));
  private Script assemble = Script.of("toolchain/assemble");

  /** Nobody has to install a compiler to run the tests; whoever says {@code RUNNEL_CI} has. */
  @BeforeEach
  void needACompiler() throws Exception {
    var link =
        "command -v ar nm && echo 'int main(void) { return 0; }' | gcc -x c - -lz -o /dev/null";
    assumeThat(
            "true".equals(System.getenv("RUNNEL_CI"))
                || new Script(List.of("bash", "-c", link), Map.of()).run().exit() == 0)
        .as("there is a C compiler, and what links programs")
        .isTrue();
  }

  @BeforeEach
  void useAnEmptyCache() {
    machine = new Machine(folder);
    assemble = assemble.with("XDG_CACHE_HOME", machine.cache());
  }

  @Test
  void saysThatTheCompilerIsMissing() throws Exception {
    Path path = machine.pathWith("cat", "dirname", "sed", "sha256sum", "uname");

    assertRefused(
        assemble.with("PATH", path).run(), "there is no C compiler: gcc was not found on the PATH");
  }

  @Test
  void saysThatTheCompilerCannotLink() throws Exception {
    Path broken = machine.program("broken/gcc", "exit 1");
    String path = broken.getParent() + ":" + System.getenv("PATH");

    assertRefused(
        assemble.with("PATH", path).run(), "the C compiler cannot link a program with the library");
  }

  @Test
  void saysWhichJdkItFoundAndWhichItNeeds() throws Exception {
    assertRefused(
        assemble.with("JAVA_HOME", machine.jdk("21.0.5")).run(),
        "JAVA_HOME is a JDK 21.0.5; a JDK 25 is needed");
    assertRefused(
        assemble.with("JAVA_HOME", "").run(), "JAVA_HOME is '', which is no JDK; point it");
  }

  @Test
  void namesTheJarThatIsNotWhole() throws Exception {
    Path maven =
        machine.program(
            "mvn",
            """
            for argument; do case $argument in -DoutputDirectory=*) jars=${argument#*=};; esac; done
            mkdir "$jars"
            head -c 1000 /dev/zero >"$jars/collections-25.0.2.jar"
            """);

    assertRefused(
        assemble.with("MVN", maven).run(),
        "collections-25.0.2.jar is damaged or not whole: its sha256 is '541b3e9d");
  }

  @Test
  void namesTheKeptArchiveThatIsNotWhole() throws Exception {
    Path copy = copyOfTheToolchain();
    List<String> sums = Files.readAllLines(copy.resolve("SHA256SUMS"));
    Files.write(
        copy.resolve("SHA256SUMS"), sums.stream().filter(sum -> sum.endsWith(".gz")).toList());
    Files.write(copy.resolve("static-libraries.tar.gz"), new byte[1_000]);
    var script = new Script(List.of(copy.resolve("assemble").toString()), assemble.environment());

    assertRefused(
        script.with("MVN", machine.program("mvn", NOTHING_FETCHED)).run(),
        "static-libraries.tar.gz is damaged or not whole");
  }

  @Test
  void passesOnWhatMavenSaid() throws Exception {
    Path maven = machine.program("mvn", "echo '[ERROR] no such host'; exit 1");

    assertRefused(
        assemble.with("MVN", maven).run(),
        "Maven could not fetch the image builder: [ERROR] no such host");
  }

  @Test
  void saysThatTheDiskIsTooSmall() throws Exception {
    assumeThat(new Script(List.of("unshare", "-rm", "true"), assemble.environment()).run().exit())
        .as("file systems can be mounted")
        .isZero();
    Files.createDirectories(machine.cache());
    String mounted =
        "mount -t tmpfs -o size=8m none '%s' && exec \"$0\"".formatted(machine.cache());
    var command = List.of("unshare", "-rm", "bash", "-c", mounted, assemble.command().getFirst());

    assertRefused(
        new Script(command, assemble.environment()).run(), "has 8 MB free, 700 are needed");
  }

  @Test
  void leavesNothingBehindWhenItIsInterrupted() throws Exception {
    Path maven = machine.program("mvn", "kill -TERM $PPID");

    End end = assemble.with("MVN", maven).run();

    assertThat(end.exit()).isEqualTo(143);
    assertThat(machine.kept()).isEmpty();
  }

  /** One line beside the steps', and nothing in the cache. */
  private void assertRefused(End end, String why) throws Exception {
    assertThat(end.exit()).as(String.join("\n", end.lines())).isEqualTo(1);
    assertThat(end.lines())
        .filteredOn(line -> !line.matches("toolchain: \\d of 6: .*|.*have been tried together.*"))
        .singleElement()
        .asString()
        .startsWith("toolchain: ")
        .contains(why);
    assertThat(machine.kept()).isEmpty();
  }

  private Path copyOfTheToolchain() throws Exception {
    Path from = Path.of("").toAbsolutePath();
    Path to = folder.resolve("checkout/native-build/toolchain");
    Files.createDirectories(to);
    Files.copy(from.resolve("../../pom.xml"), folder.resolve("checkout/pom.xml"));
    for (String part : List.of("", "c", "driver")) {
      Files.createDirectories(to.resolve(part));
      try (Stream<Path> files = Files.list(from.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return to;
  }
}
