package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestWriter;
import dev.runnel.journal.Manifests.Content;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.journal.Manifests.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journal has kept, beside what capabilities bring now. */
class RestoringTest {

  private static final Shipped SHIPPED =
      Shipped.of(
          ManifestReader.read("caps.yaml", manifest("cap", "").getBytes(UTF_8)), _ -> List.of());

  @Test
  void bringsBackWhatWasPutUnderItsNumber() {
    Registrations now = restored(put("a", 4, "dependencies: [cap]"));

    assertThat(now.revision()).isEqualTo(9);
    assertThat(now.find("a")).map(Registration::version).hasValue(4);
    assertThat(active(now)).containsExactly("a", "cap");
  }

  @Test
  void keepsTheNumberOfACapabilitysFunctionThatIsTheSame() {
    String same = ManifestWriter.json(SHIPPED.functions().getFirst().manifest());

    Draft draft = draft(new Version("cap", 3, Source.CAPABILITY, false, same));

    assertThat(draft.changes()).isEmpty();
    assertThat(draft.all().values()).extracting(Registration::version).containsExactly(3);
  }

  @Test
  void writesACapabilitysFunctionThatHasChanged() {
    Draft draft = draft(new Version("cap", 3, Source.CAPABILITY, false, "{}"));

    assertThat(draft.changes()).singleElement().matches(change -> change.name().equals("cap"));
    assertThat(draft.written(10, Map.of("cap", 4), Optional.empty()).find("cap"))
        .map(Registration::version)
        .hasValue(4);
  }

  @Test
  void forgetsACapabilitysFunctionThatHasGone() {
    Registrations now = restored(new Version("gone", 1, Source.CAPABILITY, false, "{}"));

    assertThat(now.all()).containsOnlyKeys("cap");
  }

  @Test
  void holdsWhatDoesNotFitAnyMore() {
    Registrations now =
        restored(
            put("a", 1, "dependencies: [gone]"),
            put("b", 1, "dependencies: [a]"),
            put("c", 1, "dependencies: [d]"),
            put("d", 1, "dependencies: [c]"),
            put("e", 1, ""));

    assertThat(active(now)).containsExactly("cap", "e");
    assertThat(now.held())
        .containsEntry("a", "there is no function \"gone\"")
        .containsEntry("b", "\"a\" is held")
        .hasEntrySatisfying("c", reason -> assertThat(reason).contains("c -> d -> c"))
        .containsEntry("d", "\"c\" is held");
  }

  @Test
  void holdsWhatMayNotBeCalledAnyMore() {
    Content content = new Content(9, List.of(put("a", 1, ""), put("b", 1, "dependencies: [a]")));

    Registrations now =
        Restoring.of(content, SHIPPED, RestoringTest::objectsToA, SHIPPED.set())
            .written(9, Map.of(), Optional.empty());

    assertThat(now.held()).isEqualTo(Map.of("a", "not allowed", "b", "\"a\" is held"));
  }

  @Test
  void givesTheNameToTheCapability() {
    Registrations now = restored(put("cap", 7, "priority: 1"));

    assertThat(now.find("cap")).map(Registration::isPut).hasValue(false);
  }

  @Test
  void goesOnWithoutWhatCannotBeRead() {
    Registrations now = restored(new Version("a", 1, Source.PUT, false, "{"), put("b", 1, ""));

    assertThat(active(now)).containsExactly("b", "cap");
  }

  private static List<ManifestError> objectsToA(Declared declared) {
    return declared.manifest().name().equals("a")
        ? List.of(declared.error("/handler", "not allowed", "another"))
        : List.of();
  }

  private static List<String> active(Registrations now) {
    return now.catalog().functions().functions().stream().map(FunctionManifest::name).toList();
  }

  private static Registrations restored(Version... versions) {
    return draft(versions).written(9, Map.of("cap", 1), Optional.empty());
  }

  private static Draft draft(Version... versions) {
    return Restoring.of(new Content(9, List.of(versions)), SHIPPED, _ -> List.of(), SHIPPED.set());
  }

  private static Version put(String name, int number, String more) {
    return new Version(name, number, Source.PUT, false, manifest(name, more));
  }

  private static String manifest(String name, String more) {
    return "{ name: %s, runtime: http, handler: \"http://host/\"%s }"
        .formatted(name, more.isEmpty() ? "" : ", " + more);
  }
}
