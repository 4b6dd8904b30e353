package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where calls may go. */
@ConfigMapping(prefix = "runnel.egress")
public interface EgressConfig {

  /** Hosts, {@code *.suffix}, {@code host:port}, addresses and networks. */
  @WithDefault("localhost")
  List<String> allow();
}
