package dev.runnel.toolchain.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what jars and folders say of themselves under {@code META-INF/native-image}. */
final class LibraryMetadata {

  private static final String FOLDER = "META-INF/native-image/";

  private static final Map<String, String> BUILDER_OPTIONS =
      Map.of(
          "jni-config.json", "JNIConfigurationResources",
          "reflect-config.json", "ReflectionConfigurationResources",
          "resource-config.json", "ResourceConfigurationResources",
          "proxy-config.json", "DynamicProxyConfigurationResources",
          "serialization-config.json", "SerializationConfigurationResources",
          "predefined-classes-config.json", "PredefinedClassesConfigurationResources",
          "reachability-metadata.json", "ReachabilityMetadataResources");

  private final CommandLine line;

  LibraryMetadata(CommandLine line) {
    this.line = line;
  }

  void read(Path container) throws IOException {
    if (Files.isDirectory(container)) {
      readFolder(container);
    } else if (container.toString().endsWith(".jar")) {
      readJar(container);
    }
  }

  private void readFolder(Path folder) throws IOException {
    Path metadata = folder.resolve(FOLDER);
    if (!Files.isDirectory(metadata)) {
      return;
    }
    try (Stream<Path> files = Files.walk(metadata)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String resource = folder.relativize(file).toString();
        read(folder, resource, Files.readAllBytes(file), "file://" + file);
      }
    }
  }

  private void readJar(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      List<JarEntry> entries =
          jar.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(FOLDER))
              .sorted(Comparator.comparing(JarEntry::getName))
              .toList();
      for (JarEntry entry : entries) {
        try (InputStream content = jar.getInputStream(entry)) {
          String origin = "jar:file://" + file + "!/" + entry.getName();
          read(file, entry.getName(), content.readAllBytes(), origin);
        }
      }
    }
  }

  private void read(Path container, String resource, byte[] content, String origin)
      throws IOException {
    if (line.excludes(container, resource)) {
      return;
    }
    String file = resource.substring(resource.lastIndexOf('/') + 1);
    String option = BUILDER_OPTIONS.get(file);
    if (option != null) {
      line.builderArguments.add("-H:" + option + "@" + origin + "+api=" + resource);
    } else if (file.equals("native-image.properties")) {
      readProperties(resource, new String(content, UTF_8), origin);
    }
  }

  private void readProperties(String resource, String content, String origin) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(content));
    String folder = resource.substring(0, resource.lastIndexOf('/'));
    line.javaArguments.addAll(arguments(properties, "JavaArgs", folder));
    line.read(arguments(properties, "Args", folder), origin + "+api");
    if (line.mainClass == null) {
      line.mainClass = properties.getProperty("MainClass");
    }
    if (line.name == null) {
      line.name = properties.getProperty("ImageName");
    }
  }

  private static List<String> arguments(Properties properties, String key, String folder) {
    return CommandLine.tokens(properties.getProperty(key, "").replace("${.}", folder));
  }
}
