package dev.runnel.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Hash;
import org.cyclonedx.parsers.JsonParser;

/**
 * What a capability's folder is made of, in CycloneDX: the run-time dependencies that are in the
 * executable, as Quarkus has resolved them, the Java runtime that native-image has put in, and the
 * files that lie beside it. It names no time and no number of its own, so that two builds of the
 * same have the same.
 */
record BillOfMaterials(Bom bom) {

  static final String NAME = "sbom.cdx.json";

  /** Quarkus' generator writes this one, and what reads bills of materials knows it. */
  private static final Version SCHEMA = Version.VERSION_16;

  static BillOfMaterials of(Build build) throws IOException, ParseException {
    Bom bom = new JsonParser().parse(build.dependencies().toFile());
    Component application = bom.getMetadata().getComponent();
    String own = application.getBomRef();
    var components = new ArrayList<Component>(bom.getComponents());
    components.removeIf(component -> own.equals(component.getBomRef()));

    var added = new ArrayList<Component>(JavaRuntime.of(build.statistics()).components());
    added.addAll(new Libraries(build.libraries(), build.jars()).placedIn(components));
    components.addAll(added);

    components.forEach(BillOfMaterials::keepOneHash);
    components.sort(Comparator.comparing(Component::getBomRef));
    bom.setComponents(components);
    bom.setDependencies(dependencies(bom, own, added));
    bom.getMetadata().setTimestamp(null);
    describe(application, build);
    return new BillOfMaterials(bom);
  }

  /** The executable is not its jar, of which the hashes are. */
  private static void describe(Component application, Build build) {
    application.setDescription(build.description());
    application.setHashes(null);
    application.setProperties(null);
  }

  private static void keepOneHash(Component component) {
    if (component.getHashes() != null) {
      component.setHashes(
          component.getHashes().stream()
              .filter(hash -> Hash.Algorithm.SHA_256.getSpec().equals(hash.getAlgorithm()))
              .toList());
    }
  }

  /** As they are, and the application needs what was added. */
  private static List<Dependency> dependencies(Bom bom, String own, List<Component> added) {
    var dependencies = new ArrayList<Dependency>(bom.getDependencies());
    Dependency application =
        dependencies.stream()
            .filter(dependency -> own.equals(dependency.getRef()))
            .findFirst()
            .orElseGet(() -> new Dependency(own));
    dependencies.remove(application);
    added.forEach(component -> application.addDependency(new Dependency(component.getBomRef())));
    return Stream.concat(Stream.of(application), dependencies.stream())
        .sorted(Comparator.comparing(Dependency::getRef))
        .toList();
  }

  /** The application's licence, an SPDX expression. */
  String licence() {
    return bom.getMetadata().getComponent().getLicenses().getLicenses().getFirst().getId();
  }

  String json() throws GeneratorException {
    return BomGeneratorFactory.createJson(SCHEMA, bom).toJsonString() + "\n";
  }
}
