package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a native executable costs beside the same capability in a JVM: each is started anew, in
 * turns, over TCP and over a Unix socket, and asked once.
 */
public final class StartBench {

  private static final int ROUNDS = 11;

  /**
   * What was seen of one form of one capability.
   *
   * @param diskMebibytes the sizes of its files
   */
  record Seen(double diskMebibytes, List<Start> overTcp, List<Start> overUnixSocket) {}

  private StartBench() {}

  /**
   * Arguments: where to write the report, the folder with the executables, and the folder with the
   * capabilities' projects.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path executables = Path.of(arguments[1]);
    Path projects = Path.of(arguments[2]);
    var all = new ArrayList<Startable>();
    for (String capability : names(executables)) {
      all.add(Startable.executable(capability, executables.resolve(capability)));
      all.add(
          Startable.jar(capability, projects.resolve(capability).resolve("target/quarkus-app")));
    }
    Path folder = Files.createTempDirectory("start");
    String report = StartReport.of(seen(all, folder));
    Files.writeString(Path.of(arguments[0]), report);
    IO.println(report);
  }

  private static List<String> names(Path executables) throws IOException {
    try (Stream<Path> folders = Files.list(executables)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Map<Startable, Seen> seen(List<Startable> all, Path folder)
      throws IOException, InterruptedException {
    var seen = new LinkedHashMap<Startable, Seen>();
    for (Startable each : all) {
      // Once beforehand: the files are then in the system's memory, as on a machine that is in use.
      Start.overTcp(each, folder);
      seen.put(each, new Seen(mebibytes(each.files()), new ArrayList<>(), new ArrayList<>()));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<Startable, Seen> each : seen.entrySet()) {
        each.getValue().overTcp().add(Start.overTcp(each.getKey(), folder));
        each.getValue().overUnixSocket().add(Start.overUnixSocket(each.getKey(), folder));
      }
    }
    return seen;
  }

  private static double mebibytes(List<Path> places) throws IOException {
    long bytes = 0;
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        bytes += files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      }
    }
    return bytes / (double) (1 << 20);
  }
}
