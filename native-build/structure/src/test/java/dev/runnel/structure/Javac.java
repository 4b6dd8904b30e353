package dev.runnel.structure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The JDK's compiler in a process of its own, for sources that a test makes up. */
final class Javac {

  private static final int SECONDS = 120;

  /**
   * How a compilation ended.
   *
   * @param output everything that the compiler said
   */
  record Compiled(boolean succeeded, String output) {}

  private Javac() {}

  /** The elements of this test's own class path whose path holds the text. */
  static String classPath(String part) {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(element -> element.contains(part))
            .toList());
  }

  /** Compiles into the folder {@code classes} beside the sources. */
  static Compiled compile(Path folder, Map<String, String> sources, List<String> arguments)
      throws IOException, InterruptedException {
    Sample.write(folder, sources);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    // A compilation of a few lines is over before an optimising compiler pays.
    command.add("-J-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(List.of("-classpath", classPath("jspecify")));
    sources.keySet().stream().sorted().forEach(command::add);
    Path output = Files.createTempFile(folder, "javac", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("javac did not end within " + SECONDS + " s: " + command);
    }
    return new Compiled(process.exitValue() == 0, Files.readString(output, UTF_8));
  }
}
