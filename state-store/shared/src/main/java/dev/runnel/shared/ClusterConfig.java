package dev.runnel.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** With which routers a cache is shared. */
@ConfigMapping(prefix = "runnel.cluster")
public interface ClusterConfig {

  /** The same in all routers that share; routers of other names are not joined. */
  @WithDefault("runnel")
  String name();

  /** Where routers of the cluster listen, as {@code host:port}; this one may be among them. */
  Optional<List<String>> members();

  /** A name whose addresses are those of all routers of the cluster, at this router's port. */
  Optional<String> dns();

  /** Where this router listens for the others; with a key, an address that they reach. */
  @WithDefault("127.0.0.1")
  String address();

  @WithDefault("7800")
  int port();

  /** What all routers of the cluster know and nobody else. */
  Optional<String> key();

  /** The file that holds the key, in place of the key itself. */
  Optional<Path> keyFile();

  /** The folder of what outlives a restart; without it, nothing does. */
  Optional<Path> folder();

  /** How long a call may take before it is a miss. */
  @WithDefault("PT0.25S")
  Duration timeout();
}
