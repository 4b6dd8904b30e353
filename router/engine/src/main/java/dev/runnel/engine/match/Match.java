package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Manifest;

/**
 * A function or chain that wants an event.
 *
 * @param because the trigger that accepted it, as people write it
 */
public record Match(Manifest manifest, String because) {}
