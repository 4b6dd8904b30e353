package dev.runnel.database;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the database is. Quarkus' own properties of the data source are heard, too. */
@ConfigMapping(prefix = "runnel.database")
interface DatabaseConfig {

  /** {@code postgresql://user:password@host:port/database}; without it, the data's own is used. */
  Optional<String> url();
}
