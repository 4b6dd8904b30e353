package dev.runnel.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A capability as it can be started, in one of its forms.
 *
 * @param form such as native
 * @param command what starts it
 * @param files what has to be there for it: they are its size on disk
 * @param request what its first answer is an answer to
 */
record Startable(
    String capability, String form, List<String> command, List<Path> files, Request request) {

  private static final String TEXT = "{\"text\": \"a cat sits on the mat\"}";
  private static final String TASK = "{\"description\": \"translate a contract into English\"}";

  /** The function that is posted to, and with what; where none is known, the answer is a 404. */
  private static final Map<String, Request> REQUESTS =
      Map.of(
          "tensor", new Request("/tensor-encode", TEXT),
          "agents", new Request("/agents-match-lexical", TASK));

  Startable {
    command = List.copyOf(command);
    files = List.copyOf(files);
  }

  /** An event's path and data. */
  record Request(String path, String data) {

    /** The bytes of the request, on a connection that is closed after the answer. */
    String http() {
      return """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Connection: close\r
          ce-specversion: 1.0\r
          ce-id: 1\r
          ce-source: /bench\r
          ce-type: bench\r
          Content-Type: application/json\r
          Content-Length: %d\r
          \r
          %s"""
          .formatted(path, data.length(), data);
    }
  }

  static Startable executable(String capability, Path folder) {
    return new Startable(
        capability,
        "native",
        List.of(folder.resolve("run").toString()),
        List.of(folder),
        request(capability));
  }

  /** The same from its jars, in the JVM that runs this. */
  static Startable jar(String capability, Path application) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Startable(
        capability,
        "JVM",
        List.of(
            java.toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            application.resolve("quarkus-run.jar").toString()),
        List.of(application),
        request(capability));
  }

  private static Request request(String capability) {
    return REQUESTS.getOrDefault(capability, new Request("/none", "{}"));
  }
}
