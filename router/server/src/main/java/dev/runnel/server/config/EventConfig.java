package dev.runnel.server.config;

import dev.runnel.contract.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large an event may be. */
@ConfigMapping(prefix = "runnel.event")
public interface EventConfig {

  /** Bytes of the body. */
  @WithDefault("1048576")
  int maxBytes();

  @WithDefault("64")
  int maxAttributes();

  /** Bytes of one attribute's value. */
  @WithDefault("8192")
  int maxAttributeBytes();

  @WithDefault("64")
  int maxJsonDepth();

  @WithDefault("100")
  int maxJsonNumberDigits();

  @WithDefault("100000")
  int maxJsonTokens();

  /** Characters of one JSON key. */
  @WithDefault("1024")
  int maxJsonNameLength();

  default Limits limits() {
    return new Limits(
        maxBytes(),
        maxAttributes(),
        maxAttributeBytes(),
        maxJsonDepth(),
        maxJsonNumberDigits(),
        maxJsonTokens(),
        maxJsonNameLength());
  }
}
