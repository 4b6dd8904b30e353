package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Answers to those who posted. */
@ConfigMapping(prefix = "runnel.reply")
public interface ReplyConfig {

  /** How long the answer to {@code Prefer: reply} waits for the run's end, at most PT60S. */
  @WithName("wait")
  @WithDefault("PT10S")
  Duration longestWait();
}
