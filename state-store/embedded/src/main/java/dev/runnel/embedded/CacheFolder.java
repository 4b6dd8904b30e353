package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where PostgreSQL's programs are unpacked to. */
final class CacheFolder {

  private CacheFolder() {}

  /** The first of the usual places that can be written to. The folder of the data always can. */
  static Path of(DatabaseSettings settings, DataFolder folder, ServerUser user) throws IOException {
    for (Path place : places(settings, user)) {
      if (isUsable(place)) {
        return place;
      }
    }
    Files.createDirectories(folder.programs());
    user.give(folder.programs());
    return folder.programs();
  }

  private static List<Path> places(DatabaseSettings settings, ServerUser user) {
    if (settings.cache().isPresent()) {
      return List.of(settings.cache().get());
    }
    if (user.isAnother()) {
      // Nobody else can be expected to reach root's home.
      return List.of(Path.of("/var/cache/runnel"));
    }
    Path home = Path.of(System.getProperty("user.home"), ".cache");
    Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of).orElse(home);
    return Stream.of(cache, home)
        .filter(Path::isAbsolute)
        .map(place -> place.resolve("runnel"))
        .toList();
  }

  private static boolean isUsable(Path place) {
    try {
      return Files.isWritable(Files.createDirectories(place));
    } catch (IOException e) {
      // A home that does not exist, or that is not ours.
      return false;
    }
  }
}
