package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Manifest;

/**
 * A function or chain that wants an event.
 *
 * @param because the trigger that accepted it, as people write it
 */
public record Match(Manifest manifest, String because) {

  /** Matches are looked up for each event, and manifests are large. */
  @Override
  public int hashCode() {
    return 31 * manifest.name().hashCode() + because.hashCode();
  }
}
