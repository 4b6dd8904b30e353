package dev.runnel.journal;

import java.util.List;

/**
 * Runs that a router has taken over.
 *
 * @param epoch what calls of these runs say from now on: higher than what any call of them said
 *     before
 * @param runs their ids
 */
public record Claim(long epoch, List<String> runs) {

  public Claim {
    runs = List.copyOf(runs);
  }
}
