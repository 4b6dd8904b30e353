package dev.runnel.devmode.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Projects that a test makes up. */
record Folders(Path root) {

  /** A project, alone or a parent, with what its pom holds further. */
  Path project(String name, String more) throws IOException {
    String artifact = "<artifactId>%s</artifactId>".formatted(name.replaceAll(".*/", ""));
    String rest = "<groupId>com.example</groupId><version>1</version>" + more;
    write(name + "/pom.xml", "<project>" + artifact + rest + "</project>");
    return root.resolve(name);
  }

  /** A project with a manifest. */
  Path capability(String name) throws IOException {
    write(name + "/src/main/resources/META-INF/runnel/function.yaml", "name: f\n");
    return project(name, "");
  }

  Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    return Files.writeString(path, text);
  }
}
