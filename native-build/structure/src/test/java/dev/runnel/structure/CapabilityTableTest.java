package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of capabilities is what the manifests say. */
class CapabilityTableTest {

  private static final String BEGIN = "<!-- capabilities";
  private static final String END = "<!-- end of capabilities -->";

  @Test
  void theReadmesTableIsWhatTheManifestsSay() throws IOException {
    Repository repository = Repository.here();
    String readme = Files.readString(repository.root().resolve("README.md"));
    String afterMark = readme.substring(readme.indexOf('\n', readme.indexOf(BEGIN)) + 1);
    String table = afterMark.substring(0, afterMark.indexOf(END));

    assertThat(table)
        .as("README.md, between its marks; copy the expected text")
        .isEqualTo(table(repository));
  }

  private static String table(Repository repository) {
    return repository.parts().stream()
        .filter(Part::isCapability)
        .flatMap(CapabilityTableTest::rows)
        .collect(
            Collectors.joining(
                "",
                "| function | capability | fires on | what it does |\n|---|---|---|---|\n",
                ""));
  }

  private static Stream<String> rows(Part capability) {
    Path manifest = capability.folder().resolve("src/main/resources/" + ManifestFiles.RESOURCE);
    return ManifestFiles.in(List.of(manifest)).declared().stream()
        .map(declared -> declared.manifest())
        .filter(FunctionManifest.class::isInstance)
        .map(FunctionManifest.class::cast)
        .map(function -> row(capability, function));
  }

  private static String row(Part capability, FunctionManifest function) {
    String types =
        function.triggers().stream()
            .map(Trigger::filters)
            .flatMap(List::stream)
            .filter(Filter.Exact.class::isInstance)
            .map(filter -> ((Filter.Exact) filter).attributes().get("type"))
            .map(type -> "`" + type + "`")
            .collect(Collectors.joining(", "));
    return "| `%s` | [%s](%s) | %s | %s |\n"
        .formatted(
            function.name(), capability.name(), capability.place(), types, function.description());
  }
}
