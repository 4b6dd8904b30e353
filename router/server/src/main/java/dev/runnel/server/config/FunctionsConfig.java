package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the functions come from. */
@ConfigMapping(prefix = "runnel.functions")
public interface FunctionsConfig {

  /** Manifest files; without any, those on the class path. */
  Optional<List<Path>> manifests();

  /** Functions and chains that may be put at run time, beside those of the capabilities. */
  @WithDefault("10000")
  int maxPut();

  /** How often is looked whether another router has changed the functions; at least 1 ms. */
  @WithDefault("PT1S")
  Duration refresh();
}
