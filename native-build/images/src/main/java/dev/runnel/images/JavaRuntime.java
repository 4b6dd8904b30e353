package dev.runnel.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.license.Expression;

/**
 * What native-image puts into an executable: of the JDK's class library and its native code, and of
 * its own virtual machine, what the application reaches.
 *
 * @param java the JDK's version, as in {@code 25.0.3+9}
 * @param builder who has made native-image, and its version
 * @param compiler the C compiler that has linked the executable
 */
record JavaRuntime(String java, String builder, String compiler) {

  private static final String LICENCE = "GPL-2.0-only WITH Classpath-exception-2.0";

  static JavaRuntime of(Path statistics) throws IOException {
    JsonNode general = new ObjectMapper().readTree(statistics.toFile()).path("general_info");
    return new JavaRuntime(
        general.required("java_version").asText(),
        general.required("vendor_version").asText(),
        general.required("c_compiler").asText());
  }

  List<Component> components() {
    Component library =
        component("OpenJDK", java, "the class library and its native code, as far as reached");
    // What scanners look it up by.
    library.setCpe(
        "cpe:2.3:a:oracle:openjdk:%s:*:*:*:*:*:*:*".formatted(java.replaceFirst("[+].*", "")));
    return List.of(
        library, component("native-image", builder, "the virtual machine; linked by " + compiler));
  }

  private static Component component(String name, String version, String description) {
    var component = new Component();
    component.setType(Component.Type.PLATFORM);
    component.setBomRef("runtime:" + name);
    component.setName(name);
    component.setVersion(version);
    component.setDescription(description);
    var licence = new LicenseChoice();
    licence.setExpression(new Expression(LICENCE));
    component.setLicenses(licence);
    return component;
  }
}
