package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The native executable where its files are not as they were built, or where it may write none. */
@Timeout(60)
class InstallationIT {

  private static final Path BUILT = Path.of(System.getProperty("native.image.path"));
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

  @TempDir Path folder;

  @BeforeEach
  void onlyOfANativeBuild() throws IOException {
    var artifact = new Properties();
    try (InputStream file =
        Files.newInputStream(BUILT.resolveSibling("quarkus-artifact.properties"))) {
      artifact.load(file);
    }
    assumeThat(artifact.getProperty("type")).isEqualTo("native");
  }

  @Test
  void withoutItsFolderItSaysWhatItNeedsAndEnds() throws Exception {
    Path executable = Files.copy(BUILT, folder.resolve("run"));
    assertRefuses(executable, folder.toRealPath().resolve("lib/.*") + " is missing, .*");
  }

  @Test
  void withHalfAFileItSaysWhichAndEnds() throws Exception {
    Path executable = Files.copy(BUILT, folder.resolve("run"));
    Path libraries = Files.createDirectory(folder.resolve("lib"));
    try (Stream<Path> files = Files.list(BUILT.resolveSibling("lib"))) {
      for (Path file : files.toList()) {
        Files.copy(file, libraries.resolve(file.getFileName()));
      }
    }
    try (var network = new RandomAccessFile(libraries.resolve(Network.CONVERTED).toFile(), "rw")) {
      network.setLength(network.length() / 2);
    }
    assertRefuses(
        executable,
        libraries.toRealPath().resolve(Network.CONVERTED) + " is \\d+ bytes long, it was built .*");
  }

  @Test
  void answersWhereNoTemporaryFileCanBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Process process = start(BUILT, "-Djava.io.tmpdir=" + file.resolve("within"));
    try (BufferedReader output = process.inputReader()) {
      assertThat(encode(listening(output)).statusCode()).isEqualTo(200);
    } finally {
      end(process);
    }
  }

  private static void assertRefuses(Path executable, String sentence) throws Exception {
    Process process = start(executable);
    try (BufferedReader output = process.inputReader()) {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(output.lines()).singleElement().asString().matches(sentence);
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      end(process);
    }
  }

  private static Process start(Path executable, String... options) throws IOException {
    var command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PORT", "0");
    return builder.start();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** Where it listens, as it says itself. */
  private static URI listening(BufferedReader output) {
    List<String> said = new ArrayList<>();
    return output
        .lines()
        .peek(said::add)
        .map(LISTENING::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> URI.create(found.group(1).replace("0.0.0.0", "localhost")))
        .orElseThrow(() -> new AssertionError("it does not listen: " + said));
  }

  private static HttpResponse<String> encode(URI listening) throws Exception {
    var request =
        HttpRequest.newBuilder(listening.resolve("/tensor-encode"))
            .headers("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/t")
            .headers("ce-type", "text.submitted", "Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"a cat\"}"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
