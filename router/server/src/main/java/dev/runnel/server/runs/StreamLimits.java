package dev.runnel.server.runs;

import dev.runnel.server.config.StreamsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many streams there may be, and how they live; what cannot work stops the start. */
@Singleton
class StreamLimits {

  private final StreamsConfig config;

  /**
   * @param idleTimeout after which a connection is closed on which nothing happens; 0 for never
   */
  StreamLimits(
      StreamsConfig config,
      @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idleTimeout) {
    this.config = config;
    if (heartbeat().toMillis() < 1 || patience().toMillis() < 1) {
      throw new IllegalArgumentException(
          "runnel.streams.heartbeat is "
              + heartbeat()
              + " and runnel.streams.patience "
              + patience()
              + ", expected at least PT0.001S each");
    }
    if (idleTimeout.isPositive() && heartbeat().compareTo(idleTimeout) >= 0) {
      throw new IllegalArgumentException(
          "runnel.streams.heartbeat is "
              + heartbeat()
              + " and quarkus.http.idle-timeout "
              + idleTimeout
              + ", so that every quiet stream would be cut off; expected a shorter heartbeat, or a"
              + " longer timeout");
    }
  }

  int maxOpen() {
    return config.maxOpen();
  }

  Duration heartbeat() {
    return config.heartbeat();
  }

  Duration patience() {
    return config.patience();
  }
}
