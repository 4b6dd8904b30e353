import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints the options that open packages of the JDK, which no module may otherwise use, to the image
 * builder's modules. Its arguments are the names of the JDK's modules.
 */
final class BuilderExports {

  private static final String TO =
      String.join(
          ",",
          "org.graalvm.nativeimage.builder",
          "org.graalvm.nativeimage.base",
          "org.graalvm.nativeimage.pointsto",
          "org.graalvm.nativeimage.objectfile",
          "org.graalvm.nativeimage.configure",
          "org.graalvm.nativeimage",
          "org.graalvm.nativeimage.libgraal",
          "jdk.graal.compiler",
          "org.graalvm.truffle.compiler",
          "org.graalvm.word",
          "org.graalvm.collections",
          "org.graalvm.espresso.shared.svm");

  private BuilderExports() {}

  public static void main(String[] modules) {
    for (String module : new TreeSet<>(List.of(modules))) {
      ModuleFinder.ofSystem().find(module).ifPresent(found -> print(found.descriptor()));
    }
  }

  private static void print(ModuleDescriptor module) {
    var open =
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    for (String name : new TreeSet<>(module.packages())) {
      if (!open.contains(name)) {
        System.out.println("--add-exports=" + module.name() + "/" + name + "=" + TO);
      }
    }
  }
}
