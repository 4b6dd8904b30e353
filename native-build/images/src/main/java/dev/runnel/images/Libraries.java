package dev.runnel.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.util.BomUtils;

/**
 * The files that lie in {@code lib} beside an executable, as components.
 *
 * @param files by name
 * @param jars where some of them come from, called {@code GROUP.NAME-VERSION.jar}
 */
record Libraries(List<Path> files, List<Path> jars) {

  private static final Set<String> MODELS = Set.of("onnx", "ort");

  Libraries {
    files = List.copyOf(files);
    jars = List.copyOf(jars);
  }

  /**
   * Puts each file into the component whose jar has it.
   *
   * @return those that are in no jar as they are
   */
  List<Component> placedIn(List<Component> components) throws IOException {
    var others = new ArrayList<Component>();
    for (Path file : files) {
      Optional<Component> origin = origin(file, components);
      Component component = component(file);
      if (origin.isPresent()) {
        origin.get().addComponent(component);
      } else {
        others.add(component);
      }
    }
    return others;
  }

  private static Component component(Path file) throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    var component = new Component();
    component.setType(
        MODELS.contains(ending) ? Component.Type.MACHINE_LEARNING_MODEL : Component.Type.FILE);
    component.setBomRef("file:lib/" + name);
    component.setName("lib/" + name);
    component.setHashes(
        BomUtils.calculateHashes(
            file.toFile(), Version.VERSION_16, List.of(Hash.Algorithm.SHA_256)));
    return component;
  }

  private Optional<Component> origin(Path file, List<Component> components) throws IOException {
    long sum = sum(file);
    for (Path jar : jars) {
      if (holds(jar, file, sum)) {
        return components.stream().filter(component -> isOf(component, jar)).findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Component component, Path jar) {
    return jar.getFileName()
        .toString()
        .equals(
            "%s.%s-%s.jar"
                .formatted(component.getGroup(), component.getName(), component.getVersion()));
  }

  private static boolean holds(Path jar, Path file, long sum) throws IOException {
    long size = Files.size(file);
    String name = "/" + file.getFileName();
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .anyMatch(
              entry ->
                  ("/" + entry.getName()).endsWith(name)
                      && entry.getSize() == size
                      && entry.getCrc() == sum);
    }
  }

  private static long sum(Path file) throws IOException {
    var sum = new CRC32();
    try (var in = Files.newInputStream(file)) {
      byte[] part = new byte[1 << 16];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        sum.update(part, 0, read);
      }
    }
    return sum.getValue();
  }
}
