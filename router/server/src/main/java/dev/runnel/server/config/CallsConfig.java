package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Calls over HTTP. */
@ConfigMapping(prefix = "runnel.calls")
public interface CallsConfig {

  /** Connections to one URL. */
  @WithDefault("256")
  int connections();

  /** Calls that wait for one of them. */
  @WithDefault("256")
  int waiting();

  @WithDefault("PT2S")
  Duration connectTimeout();

  /** How long a connection that nobody uses is kept. */
  @WithDefault("PT15S")
  Duration keepAlive();

  /** Bytes of an answer's headers. */
  @WithDefault("65536")
  int maxHeaderBytes();
}
