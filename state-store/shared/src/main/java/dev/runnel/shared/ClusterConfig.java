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

  /** An Infinispan that routers share a cache in, in place of one within them. */
  Remote remote();

  /** Where an Infinispan is that others run, and how it is used. */
  interface Remote {

    /** Some of its servers, as {@code host:port}; it tells of the others. */
    Optional<List<String>> servers();

    /** As whom the router asks; without it, the server asks nobody. */
    Optional<String> user();

    Optional<String> password();

    /** The file that holds the password, in place of the password itself. */
    Optional<Path> passwordFile();

    /** Whether the connection is protected. */
    @WithDefault("false")
    boolean tls();

    /** Certificates that the servers' are signed by, as PEM; without it, those the JDK trusts. */
    Optional<Path> trust();

    /** What the servers' certificates have to say; without it, the first server's host. */
    Optional<String> serverName();
  }
}
