package dev.runnel.devmode;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A router that keeps state in memory, and listens at a Unix socket, too. */
public class StateRouter implements QuarkusTestProfile {

  /** Of the capability in the folder {@code state-sample}, by the key below. */
  static final String TOKEN = "state-sample.rBJDTTuK6uHSBZEJngQE1TxGxMMt-gMiN-7Eb6jhe_0";

  static final Path SOCKET = socket();

  private static final String KEY = "the-key-of-tests-which-everybody-knows";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "runnel.state.key",
        KEY,
        "runnel.functions.manifests",
        "src/test/resources/state-sample/function.yaml",
        "quarkus.http.test-port",
        "0",
        "quarkus.http.domain-socket-enabled",
        "true",
        "quarkus.http.domain-socket",
        SOCKET.toString(),
        "runnel.kit.root",
        "false");
  }

  /** Short enough for the path of a socket, wherever the build lies. */
  private static Path socket() {
    try {
      Path folder = Files.createTempDirectory("state");
      folder.toFile().deleteOnExit();
      return folder.resolve("router.sock");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
