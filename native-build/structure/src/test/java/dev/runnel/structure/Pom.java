package dev.runnel.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A {@code pom.xml} as it stands in its file, without what it inherits. */
record Pom(Path file, Document document) {

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([a-z.-]+)}");

  static Pom read(Path file) {
    try {
      var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      return new Pom(file, builder.parse(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file + " is not a pom: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return file.resolveSibling("").normalize();
  }

  String artifact() {
    return String.join("", texts("/project/artifactId"));
  }

  /** {@code jar} where nothing is said, as Maven has it. */
  String packaging() {
    List<String> packaging = texts("/project/packaging");
    return packaging.isEmpty() ? "jar" : packaging.getFirst();
  }

  List<String> modules() {
    return texts("/project/modules/module");
  }

  /** The parts of Runnel that it depends on, in whatever scope and profile: {@code contract}. */
  List<String> usedParts() {
    return texts(
            "//dependency[groupId='dev.runnel'][not(ancestor::dependencyManagement)]/artifactId")
        .stream()
        .map(artifact -> artifact.replaceFirst("^runnel-", ""))
        .toList();
  }

  /** The versions that are written out here, the parent's apart. */
  List<String> literalVersions() {
    return texts("//version[not(parent::parent)]").stream()
        .filter(version -> !version.startsWith("${"))
        .toList();
  }

  /**
   * What the compiler is told, in every profile; its properties have the values that stand here.
   */
  List<String> compilerArguments() {
    return texts("//compilerArgs/*").stream().map(this::resolved).toList();
  }

  private String resolved(String text) {
    return PROPERTY
        .matcher(text)
        .replaceAll(found -> String.join("", texts("/project/properties/" + found.group(1))));
  }

  private List<String> texts(String path) {
    try {
      var xpath = XPathFactory.newDefaultInstance().newXPath();
      var nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent().strip())
          .toList();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
