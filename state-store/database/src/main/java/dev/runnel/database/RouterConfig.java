package dev.runnel.database;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the router is called. */
@ConfigMapping(prefix = "runnel.router")
interface RouterConfig {

  /** The same after a restart, and no other router's; without it, the data's folder gives one. */
  Optional<String> name();
}
