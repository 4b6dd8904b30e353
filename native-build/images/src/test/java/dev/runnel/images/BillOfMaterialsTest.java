package dev.runnel.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {

  private static final byte[] MODEL = "a model".getBytes(UTF_8);
  private static final String SNAKE = "pkg:maven/org.snakeyaml/snakeyaml-engine@3.2?type=jar";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SampleBuild sample;

  @BeforeEach
  void build() throws Exception {
    sample =
        SampleBuild.in(folder, SampleBuild.manifest("one", "does one thing"))
            .library("model.onnx", MODEL)
            .library("words.json", "{}".getBytes(UTF_8))
            .jar(
                "org.snakeyaml.snakeyaml-engine-3.2.jar",
                Map.of("in/model.onnx", MODEL, "words.json", "[]".getBytes(UTF_8)));
  }

  @Test
  void isValid() throws Exception {
    assertThat(new JsonParser().validate(bill().json(), Version.VERSION_16)).isEmpty();
  }

  @Test
  void namesWhatIsInTheExecutableAndBesideIt() throws Exception {
    assertThat(bill().bom().getComponents().stream().map(Component::getName))
        .containsExactly(
            "lib/words.json", "runnel-contract", "snakeyaml-engine", "OpenJDK", "native-image");
    assertThat(component("runtime:OpenJDK").getVersion()).isEqualTo("25.0.3+9-LTS");
    assertThat(component("runtime:OpenJDK").getCpe())
        .isEqualTo("cpe:2.3:a:oracle:openjdk:25.0.3:*:*:*:*:*:*:*");
    assertThat(component("runtime:native-image").getVersion())
        .isEqualTo("GraalVM CE 25.0.2+10.1 (assembled)");
  }

  @Test
  void putsAFileIntoTheLibraryWhoseJarHasIt() throws Exception {
    assertThat(component(SNAKE).getComponents())
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.getName()).isEqualTo("lib/model.onnx");
              assertThat(model.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
              assertThat(model.getHashes().getFirst().getValue())
                  .isEqualTo("97ff8a35544dcf40ad84047074439dd6aa3a0be469ea578a1b1c017d939ec61c");
            });
  }

  @Test
  void tellsWhatTheApplicationNeeds() throws Exception {
    Dependency application =
        bill().bom().getDependencies().stream()
            .filter(dependency -> dependency.getRef().contains("sample"))
            .findFirst()
            .orElseThrow();

    assertThat(application.getDependencies().stream().map(Dependency::getRef))
        .containsExactly(
            "pkg:maven/dev.runnel/runnel-contract@0.1.0-SNAPSHOT?type=jar",
            "runtime:OpenJDK",
            "runtime:native-image",
            "file:lib/words.json");
  }

  @Test
  void saysWhatTheApplicationDoesAndNothingOfItsJar() throws Exception {
    Component application = bill().bom().getMetadata().getComponent();

    assertThat(application.getDescription()).isEqualTo("one: does one thing");
    assertThat(application.getHashes()).isNull();
    assertThat(bill().licence()).isEqualTo("Apache-2.0");
  }

  @Test
  void isTheSameAtAnotherTime() throws Exception {
    String first = bill().json();
    Path dependencies = sample.build().dependencies();
    Files.writeString(
        dependencies, Files.readString(dependencies).replace("2026-11-22T04", "2027-01-02T05"));

    assertThat(bill().json()).isEqualTo(first).doesNotContain("timestamp", "serialNumber");
  }

  @Test
  void keepsOneHashOfEach() throws Exception {
    assertThat(component(SNAKE).getHashes())
        .extracting(hash -> hash.getAlgorithm())
        .isEqualTo(List.of("SHA-256"));
  }

  private BillOfMaterials bill() throws Exception {
    return BillOfMaterials.of(sample.build());
  }

  private Component component(String reference) throws Exception {
    return bill().bom().getComponents().stream()
        .filter(component -> reference.equals(component.getBomRef()))
        .findFirst()
        .orElseThrow();
  }
}
