package dev.runnel.devmode.application;

import java.util.List;
import java.util.stream.Stream;

/** What Maven calls a project. */
record Coordinates(String groupId, String artifactId, String version) {

  /** A dependency on what the project depends on, except these others. */
  Xml librariesWithout(List<Coordinates> others) {
    return Xml.element(
        "dependency",
        Stream.of(
            Xml.element("groupId", groupId),
            Xml.element("artifactId", artifactId),
            Xml.element("version", version),
            Xml.element("type", "pom"),
            Xml.element("exclusions", others.stream().map(Coordinates::exclusion))));
  }

  private Xml exclusion() {
    return Xml.element(
        "exclusion",
        Stream.of(Xml.element("groupId", groupId), Xml.element("artifactId", artifactId)));
  }
}
