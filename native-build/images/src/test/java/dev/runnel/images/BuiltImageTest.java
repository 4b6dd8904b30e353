package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.util.BomUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders that images are built in are whole, and say the truth of what is in them. */
class BuiltImageTest {

  @ParameterizedTest
  @MethodSource("dev.runnel.images.BuiltFunction#names")
  void itsContainerfileCopiesWhatIsThere(String name) throws Exception {
    var built = BuiltFunction.named(name);

    assertThat(built.copied())
        .contains("run", "function.yaml", "sbom.cdx.json")
        .allSatisfy(file -> assertThat(built.folder().resolve(file)).exists());
    assertThat(built.copied().contains("lib")).isEqualTo(built.files().size() > 1);
    assertThat(built.containerfile()).doesNotContainPattern("@[a-z]+@");
  }

  @ParameterizedTest
  @MethodSource("dev.runnel.images.BuiltFunction#names")
  void itsBaseHasAllThatItNeeds(String name) throws Exception {
    var built = BuiltFunction.named(name);
    var binaries = new ArrayList<Path>();
    for (Path file : built.files()) {
      if (ElfFile.isOne(file)) {
        binaries.add(file);
      }
    }

    Needs needs = Needs.of(binaries);

    assertThat(built.containerfile()).contains("# " + needs + "\n");
    assertThat(Base.DEFAULT.has(needs)).as("%s has %s", Base.DEFAULT, needs).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.runnel.images.BuiltFunction#names")
  void itsBillOfMaterialsIsValid(String name) throws Exception {
    var bill = BuiltFunction.named(name).bill();

    assertThat(new JsonParser().validate(bill.toFile(), Version.VERSION_16)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.runnel.images.BuiltFunction#names")
  void itsBillOfMaterialsNamesEachJarThatIsInIt(String name) throws Exception {
    var built = BuiltFunction.named(name);
    assumeThat(built.jars()).as("the jars that native-image has read").isNotEmpty();

    Bom bill = new JsonParser().parse(built.bill().toFile());

    assertThat(bill.getComponents().stream().filter(BuiltImageTest::isJar))
        .allSatisfy(
            component -> {
              assertThat(component.getPurl()).startsWith("pkg:maven/" + component.getGroup() + "/");
              assertThat(component.getLicenses().getLicenses()).isNotEmpty();
              assertThat(component.getHashes()).hasSize(1);
            })
        .extracting(BuiltImageTest::jar)
        .containsExactlyInAnyOrderElementsOf(built.jars());
  }

  @ParameterizedTest
  @MethodSource("dev.runnel.images.BuiltFunction#names")
  void itsBillOfMaterialsNamesEachFileBesideTheExecutable(String name) throws Exception {
    var built = BuiltFunction.named(name);

    Bom bill = new JsonParser().parse(built.bill().toFile());

    Stream<Component> files =
        bill.getComponents().stream()
            .flatMap(
                component ->
                    Stream.concat(
                        Stream.of(component),
                        Objects.requireNonNullElse(component.getComponents(), List.<Component>of())
                            .stream()))
            .filter(component -> component.getName().startsWith("lib/"));
    assertThat(files)
        .hasSize(built.files().size() - 1)
        .allSatisfy(
            file ->
                assertThat(
                        BomUtils.calculateHashes(
                            built.folder().resolve(file.getName()).toFile(), Version.VERSION_16))
                    .containsAll(file.getHashes()));
  }

  private static boolean isJar(Component component) {
    return component.getType() == Component.Type.LIBRARY;
  }

  private static String jar(Component component) {
    return "%s.%s-%s.jar"
        .formatted(component.getGroup(), component.getName(), component.getVersion());
  }
}
