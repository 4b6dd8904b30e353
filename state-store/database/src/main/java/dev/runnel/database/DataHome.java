package dev.runnel.database;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder that holds what this machine remembers: {@code runnel.data}, or the user's own. */
@Singleton
final class DataHome {

  private final Path folder;

  DataHome(@ConfigProperty(name = "runnel.data") Optional<Path> configured) {
    this.folder =
        configured.orElseGet(
            () ->
                usual(
                    System.getProperty("os.name"),
                    Path.of(System.getProperty("user.home")),
                    System.getenv()));
  }

  Path folder() {
    return folder;
  }

  /** Where each system keeps what programs remember for a user. */
  static Path usual(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/runnel");
    }
    if (name.startsWith("windows")) {
      return Path.of(environment.getOrDefault("LOCALAPPDATA", home.toString())).resolve("runnel");
    }
    String data = environment.get("XDG_DATA_HOME");
    return data == null || data.isBlank()
        ? home.resolve(".local/share/runnel")
        : Path.of(data).resolve("runnel");
  }
}
