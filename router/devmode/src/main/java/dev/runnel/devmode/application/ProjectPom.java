package dev.runnel.devmode.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A project's {@code pom.xml}, read as far as dev mode must know it before Maven does. */
record ProjectPom(Path file, Element project) {

  /** A parent of a parent of a parent: further up, a property is not looked for. */
  private static final int MOST_PARENTS = 8;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  static ProjectPom in(Path folder) throws UnusableProject {
    Path file = folder.resolve("pom.xml");
    try {
      var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      // Without this, the parser prints what is wrong besides throwing it.
      builder.setErrorHandler(null);
      return new ProjectPom(file, builder.parse(file.toFile()).getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new UnusableProject(
          "%s cannot be read as a Maven pom: %s".formatted(file, e.getMessage()));
    }
  }

  /** Group and version may be the parent's; both may come from properties. */
  Coordinates coordinates() throws UnusableProject {
    return new Coordinates(
        required("groupId"), filledIn(text(project, "artifactId").orElse("")), required("version"));
  }

  /** Whether it has the folder among its modules, in whatever profile. */
  boolean lists(Path module) {
    var modules = project.getElementsByTagName("module");
    for (int i = 0; i < modules.getLength(); i++) {
      Path listed = file.resolveSibling(modules.item(i).getTextContent().strip()).normalize();
      if (listed.equals(module) || listed.equals(module.resolve("pom.xml"))) {
        return true;
      }
    }
    return false;
  }

  private String required(String name) throws UnusableProject {
    Optional<String> value =
        text(project, name).or(() -> child(project, "parent").flatMap(it -> text(it, name)));
    return filledIn(
        value.orElseThrow(
            () ->
                new UnusableProject(
                    "%s has no <%s>, and no <parent> with one".formatted(file, name))));
  }

  private String filledIn(String value) throws UnusableProject {
    String filled = value;
    for (String name : placeholders(value)) {
      filled = filled.replace("${" + name + "}", property(name));
    }
    return filled;
  }

  private String property(String name) throws UnusableProject {
    ProjectPom pom = this;
    for (int parents = 0; parents < MOST_PARENTS; parents++) {
      Optional<String> value = child(pom.project, "properties").flatMap(all -> text(all, name));
      if (value.isPresent()) {
        return value.get();
      }
      Optional<Path> parent = pom.parentFolder();
      if (parent.isEmpty()) {
        break;
      }
      pom = in(parent.get());
    }
    throw new UnusableProject(
        "%s uses ${%s} in its coordinates, which neither it nor a parent beside it sets; write the value out"
            .formatted(file, name));
  }

  /** Where the parent's pom stands, if that is on this machine. */
  private Optional<Path> parentFolder() {
    return child(project, "parent")
        .map(parent -> text(parent, "relativePath").orElse("../pom.xml"))
        .map(path -> file.resolveSibling(path).normalize())
        .map(path -> Files.isDirectory(path) ? path : path.resolveSibling(""))
        .filter(folder -> Files.exists(folder.resolve("pom.xml")));
  }

  private static List<String> placeholders(String value) {
    return PLACEHOLDER.matcher(value).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(found -> found.getTextContent().strip());
  }

  private static Optional<Element> child(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found.stream().findFirst();
  }
}
