package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on class files say so when there are none. */
class CompiledPartsTest {

  @TempDir Path folder;

  @Test
  void namesThePartsThatAreNotCompiled() {
    Sample.write(
        folder,
        Map.of(
            "functions/cost/pom.xml", "<project/>",
            "functions/cost/src/main/java/Cost.java", "class Cost {}",
            "functions/cost/target/classes/function.yaml", "",
            "native-build/e2e/pom.xml", "<project/>",
            "native-build/e2e/src/test/java/DevIT.java", "class DevIT {}"));
    var parts = new Repository(folder).parts();

    assertThat(parts).extracting(Part::place).containsExactly("functions/cost", "native-build/e2e");
    assertThatThrownBy(() -> CompiledParts.read(parts))
        .hasMessage(
            "There are no class files in target/classes of functions/cost; build all modules first: mvn -Dquickly compile");
  }
}
