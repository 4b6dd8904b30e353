package dev.runnel.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.toolchain.Script.End;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./runnel native} takes, and what it says where it cannot build. */
class NativeCommandTest {

  @TempDir Path folder;
  private final Script command = Script.of("native");

  @Test
  void tellsWhatItTakes() throws Exception {
    End end = command.with("--help").run();

    assertThat(end.exit()).isZero();
    assertThat(end.lines().getFirst()).startsWith("usage: ./runnel native");
  }

  @Test
  void namesTheCapabilitiesWhereOneIsUnknown() throws Exception {
    End end = command.with("tensors").run();

    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.lines())
        .containsExactly("native: there is no capability 'tensors'; there are: tensor agents ");
  }

  @Test
  void refusesAGraalVmOfAnotherJdk() throws Exception {
    new Machine(folder).program("bin/native-image", "echo native-image 21.0.5 2024-10-15");

    End end = command.with("GRAALVM_HOME", folder).with("tensor").run();

    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.lines())
        .containsExactly(
            "native: GRAALVM_HOME is '%s', which has no native-image for JDK 25; point it at a GraalVM or Mandrel for JDK 25, or unset it"
                .formatted(folder));
  }

  @Test
  void takesTheOneOnThePathAndLeavesAloneWhatHasNotChanged() throws Exception {
    var machine = new Machine(folder);
    Path tool = machine.program("bin/native-image", "echo native-image 25.0.1 2025-10-21");
    Path maven =
        machine.program(
            "mvn",
            """
            mkdir -p functions/agents/target/image
            echo built >functions/agents/target/agents-runner
            echo FROM scratch >functions/agents/target/image/Containerfile
            echo '[1/8] Initializing...  (1.0s)'
            echo once >>'%s'
            """
                .formatted(folder.resolve("builds")));
    Script build = inACopy(tool, maven).with("agents");

    End first = build.run();
    End second = build.run();

    assertThat(first.lines())
        .startsWith("native: with the native-image on the PATH: native-image 25.0.1 2025-10-21")
        .contains("native: agents: [1/8] Initializing (0 s)");
    assertThat(second.lines().getLast()).startsWith("native: agents: unchanged, in ");
    assertThat(folder.resolve("builds")).content().isEqualTo("once\n");
    assertThat(folder.resolve("checkout/.runnel/functions/agents"))
        .isDirectoryContaining("glob:**/run")
        .isDirectoryContaining("glob:**/Containerfile")
        .isDirectoryContaining("glob:**/function.yaml");
  }

  @Test
  void keepsTheLastExecutableWhereABuildFails() throws Exception {
    var machine = new Machine(folder);
    Path tool = machine.program("bin/native-image", "echo native-image 25.0.1 2025-10-21");
    Path maven = machine.program("mvn", "echo 'Error: out of memory'; exit 1");
    Script build = inACopy(tool, maven).with("agents");
    Path last = folder.resolve("checkout/.runnel/functions/agents/run");
    Files.createDirectories(last.getParent());
    Files.writeString(last, "the last one");

    End end = build.run();

    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.lines()).contains("native: agents: the build failed: Error: out of memory");
    assertThat(last).hasContent("the last one");
  }

  /** The command in a checkout that holds no more than it looks at. */
  private Script inACopy(Path tool, Path maven) throws Exception {
    Path root = Path.of("../..").toAbsolutePath().normalize();
    Path checkout = folder.resolve("checkout");
    for (String file : List.of("native-build/native", "functions/pom.xml", "pom.xml")) {
      Files.createDirectories(checkout.resolve(file).getParent());
      Files.copy(root.resolve(file), checkout.resolve(file));
    }
    for (String part : List.of("contract", "http", "kit", "agents", "../native-build/images")) {
      Path sources = checkout.resolve("functions").resolve(part).normalize().resolve("src/main");
      Files.createDirectories(sources.resolve("resources/META-INF/runnel"));
      Files.writeString(sources.resolve("resources/META-INF/runnel/function.yaml"), "name: a\n");
      Files.writeString(sources.resolveSibling("../pom.xml").normalize(), "<project/>");
    }
    checkout.resolve("native-build/native").toFile().setExecutable(true);
    return new Script(
            List.of(checkout.resolve("native-build/native").toString()), command.environment())
        .with("PATH", tool.getParent() + File.pathSeparator + System.getenv("PATH"))
        .with("MVN", maven);
  }
}
