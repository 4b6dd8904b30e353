package dev.runnel.server.cluster;

import dev.runnel.cache.Standing;
import java.util.Optional;

/**
 * How far a router has come with what it shares, in words.
 *
 * @param reason why it has come no further
 */
public record StandingText(String word, Optional<String> reason) {

  public static StandingText of(Standing standing) {
    return switch (standing) {
      case Standing.Alone() -> new StandingText("alone", Optional.empty());
      case Standing.Joining() -> new StandingText("joining", Optional.empty());
      case Standing.Joined() -> new StandingText("joined", Optional.empty());
      case Standing.Failed(String reason) -> new StandingText("failed", Optional.of(reason));
    };
  }
}
