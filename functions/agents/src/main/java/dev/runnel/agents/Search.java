package dev.runnel.agents;

import java.util.Set;

/**
 * A task that can be searched for.
 *
 * @param description not blank
 * @param capabilities in their plain form, all of which an agent must have
 * @param limit how many agents to name at most
 */
record Search(String description, Set<String> capabilities, int limit) {

  Search {
    capabilities = Set.copyOf(capabilities);
  }
}
