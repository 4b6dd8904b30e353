package dev.runnel.toolchain.driver;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * {@code native-image}: turns its command line into one run of the image builder. The builder comes
 * from the registry; GraalVM's own driver does not, hence this one.
 */
public final class NativeImage {

  private static final String BUILDER =
      "org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner";

  /** What GraalVM's driver answers to a wrong command line. */
  private static final int WRONG_USE = 20;

  private final Path home;
  private final CommandLine line;

  private NativeImage(Path home, CommandLine line) {
    this.home = home;
    this.line = line;
  }

  public static void main(String[] arguments) throws Exception {
    var line = new CommandLine(ApiOptions.ofBuilder());
    int exit;
    try {
      String more = System.getenv("NATIVE_IMAGE_OPTIONS");
      line.read(more == null ? List.of() : CommandLine.tokens(more), "user+api");
      line.read(List.of(arguments), "user+api");
      exit = new NativeImage(Path.of(System.getProperty("toolchain.home")), line).build();
    } catch (IllegalArgumentException e) {
      System.err.println("Error: " + e.getMessage());
      exit = WRONG_USE;
    }
    System.exit(exit);
  }

  private int build() throws IOException, InterruptedException {
    if (line.jar != null) {
      takeJar(Path.of(line.jar).toAbsolutePath().normalize());
    } else if (line.module == null) {
      takeMainClass();
    } else if (line.name == null && !line.positional.isEmpty()) {
      line.name = line.positional.getFirst();
    }
    var metadata = new LibraryMetadata(line);
    for (Path path : new LinkedHashSet<>(line.classPath)) {
      metadata.read(path);
    }
    for (Path path : modules()) {
      metadata.read(path);
    }
    Path arguments = Files.createTempFile("native-image", ".args");
    try {
      Files.writeString(arguments, String.join("\0", builderArguments()));
      return run(command(arguments));
    } finally {
      Files.delete(arguments);
    }
  }

  private void takeJar(Path file) throws IOException {
    line.classPath.add(file);
    try (var jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      line.mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
      for (String entry : words(manifest.getValue(Attributes.Name.CLASS_PATH))) {
        Path path =
            entry.startsWith("file:") ? Path.of(URI.create(entry)) : file.resolveSibling(entry);
        if (Files.exists(path)) {
          line.classPath.add(path.normalize());
        }
      }
      open("AddExports", manifest.getValue("Add-Exports"));
      open("AddOpens", manifest.getValue("Add-Opens"));
      String access = manifest.getValue("Enable-Native-Access");
      if (access != null) {
        line.builderArguments.add("-H:EnableNativeAccess@user+api=" + access);
      }
    }
    if (line.name == null) {
      line.name =
          line.positional.isEmpty()
              ? file.getFileName().toString().replaceFirst("\\.jar$", "")
              : line.positional.getFirst();
    }
  }

  private void open(String option, String packages) {
    for (String each : words(packages)) {
      line.builderArguments.add("-H:" + option + "@user+api=" + each + "=ALL-UNNAMED");
    }
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private void takeMainClass() {
    if (line.classPath.isEmpty() && line.modulePath.isEmpty()) {
      line.classPath.add(Path.of("").toAbsolutePath());
    }
    if (!line.positional.isEmpty()) {
      line.mainClass = line.positional.getFirst();
    }
    if (line.positional.size() > 1 && line.name == null) {
      line.name = line.positional.get(1);
    }
  }

  /** The modules on the module path: each of its jars, or the jars in each of its folders. */
  private Set<Path> modules() {
    var modules = new LinkedHashSet<Path>();
    for (Path path : line.modulePath) {
      boolean folderOfJars =
          Files.isDirectory(path) && !Files.exists(path.resolve("module-info.class"));
      modules.addAll(folderOfJars ? CommandLine.jarsIn(path) : List.of(path));
    }
    return modules;
  }

  private List<String> builderArguments() {
    Path image = Path.of(imageName()).toAbsolutePath().normalize();
    var all = new ArrayList<String>();
    all.add("-H:CLibraryPath@driver+api=" + home.resolve("lib/svm/clibraries/linux-amd64"));
    all.add("-H:Path@driver+api=" + image.getParent());
    all.addAll(line.builderArguments);
    boolean shared =
        line.builderArguments.stream().anyMatch(each -> each.startsWith("-H:+SharedLibrary"));
    if (line.module != null) {
      String[] parts = line.module.split("/", 2);
      all.add("-H:Module@user+api=" + parts[0]);
      if (parts.length > 1) {
        all.add("-H:Class@user+api=" + parts[1]);
      }
    } else if (line.mainClass != null && !shared) {
      all.add("-H:Class@user+api=" + line.mainClass);
    }
    all.add("-H:Name@user+api=" + image.getFileName());
    all.add("-H:ImageBuildID@driver+api=" + UUID.randomUUID());
    addPath(all, "-imagecp", line.classPath);
    addPath(all, "-imagemp", line.modulePath);
    return all;
  }

  private String imageName() {
    if (line.name != null) {
      return line.name;
    }
    if (line.mainClass != null) {
      return line.mainClass.toLowerCase(Locale.ROOT);
    }
    if (line.module != null) {
      return line.module.replace('/', '.').toLowerCase(Locale.ROOT);
    }
    throw new IllegalArgumentException(
        "Please specify class (or -jar, or -m) containing the main entry point method.");
  }

  private static void addPath(List<String> all, String option, Collection<Path> paths) {
    if (!paths.isEmpty()) {
      all.add(option);
      all.add(
          paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
  }

  private List<String> command(Path builderArguments) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/java").toString());
    command.add("@" + home.resolve("lib/svm/builder.args"));
    if (line.javaArguments.stream().noneMatch(NativeImage::limitsMemory)) {
      command.add("-XX:MaxRAMPercentage=60");
    }
    var modules = new LinkedHashSet<>(List.of("ALL-DEFAULT", "jdk.internal.vm.ci"));
    modules.add("jdk.graal.compiler");
    line.addedModules.stream().filter(this::isForTheBuilder).forEach(modules::add);
    command.add("--add-modules=" + String.join(",", modules));
    command.add("--upgrade-module-path=" + home.resolve("lib/svm/builder-upgrade"));
    command.add("--module-path=" + home.resolve("lib/svm/builder"));
    command.addAll(line.javaArguments);
    command.addAll(List.of("--module", BUILDER));
    command.add("--image-args-file=" + builderArguments);
    return command;
  }

  private static boolean limitsMemory(String argument) {
    return argument.startsWith("-Xmx") || argument.startsWith("-XX:MaxRAM");
  }

  /** Modules of the image's own module path are unknown to the builder's JVM. */
  private boolean isForTheBuilder(String module) {
    return line.modulePath.isEmpty()
        || module.startsWith("ALL-")
        || module.startsWith("java.")
        || module.startsWith("jdk.")
        || ModuleLayer.boot().findModule(module).isPresent();
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    if (line.verbose || line.dry) {
      System.out.println(String.join("\n  ", command));
    }
    if (line.dry) {
      return 0;
    }
    Process builder = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(builder::destroy));
    return builder.waitFor();
  }
}
