package dev.runnel.tensor;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The step of a native build that completes the folder {@code lib}: puts the network into it, and
 * writes down for the executable what lies there.
 */
final class InstallationBuild {

  private InstallationBuild() {}

  /** Takes the folder, and the one of the class path in which its contents are written down. */
  public static void main(String[] folders) throws IOException, OrtException {
    var installation = new Installation(Path.of(folders[0]).toAbsolutePath());
    Network.convert(installation.file(Network.CONVERTED));
    Files.write(Path.of(folders[1], Installation.CONTENTS), installation.contents());
  }
}
