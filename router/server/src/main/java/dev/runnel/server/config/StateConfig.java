package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may have at what functions keep. */
@ConfigMapping(prefix = "runnel.state")
public interface StateConfig {

  /** What tokens are made with, the same in all routers; without it, the journal keeps one. */
  Optional<String> key();

  /**
   * The capabilities whose state others may read and write, too, by capability; with {@code :read}
   * behind its name, one is only read.
   */
  Map<String, List<String>> grants();

  /** The folder in which the journal's key is left for who makes tokens on this machine. */
  @WithDefault("${runnel.data:}")
  Optional<Path> keyFolder();
}
