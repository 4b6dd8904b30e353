package dev.runnel.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;

/**
 * Writes what an image needs beside a capability's executable into {@code target/image}. Its
 * arguments: the capability's folder, its build's final name and its version.
 */
public final class Describe {

  private static final int ARGUMENTS = 3;

  private Describe() {}

  public static void main(String... arguments)
      throws IOException, ParseException, GeneratorException {
    if (arguments.length != ARGUMENTS) {
      throw new IllegalArgumentException(
          "%d arguments; a capability's folder, its build's final name and its version were expected"
              .formatted(arguments.length));
    }
    var build = new Build(Path.of(arguments[0]), arguments[1], arguments[2]);
    // The capabilities' parent is built with them, and has no functions.
    if (Files.exists(build.manifest())) {
      describe(build);
    }
  }

  static void describe(Build build) throws IOException, ParseException, GeneratorException {
    Path image = build.image();
    Files.createDirectories(image);
    var bill = BillOfMaterials.of(build);
    Files.writeString(image.resolve(BillOfMaterials.NAME), bill.json());
    // Executables of other systems are no ELF files, and no image holds them.
    if (ElfFile.isOne(build.executable())) {
      var file = new Containerfile(build, bill.licence(), Needs.of(build.binaries()));
      Files.writeString(image.resolve(Containerfile.NAME), file.text(Base.DEFAULT));
    } else {
      Files.deleteIfExists(image.resolve(Containerfile.NAME));
    }
  }
}
