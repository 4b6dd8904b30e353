package dev.runnel.journal;

import java.util.List;
import java.util.Set;

/**
 * Runs that a router has taken over.
 *
 * @param epoch what calls of these runs say from now on: higher than what any call of them said
 *     before
 * @param runs their ids
 * @param again those of them that had been taken over before, since they began or were opened again
 */
public record Claim(long epoch, List<String> runs, Set<String> again) {

  public Claim {
    runs = List.copyOf(runs);
    again = Set.copyOf(again);
  }
}
