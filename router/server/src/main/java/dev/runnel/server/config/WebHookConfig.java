package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Senders that ask before they send. */
@ConfigMapping(prefix = "runnel.webhook")
public interface WebHookConfig {

  /** Those that get consent, as {@code WebHook-Request-Origin} names them; {@code *} is any. */
  Optional<List<String>> origins();

  /** The most deliveries in a minute that one of them is granted. */
  @WithDefault("120")
  int rate();
}
