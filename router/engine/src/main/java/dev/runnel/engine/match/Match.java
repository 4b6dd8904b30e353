package dev.runnel.engine.match;

import dev.runnel.contract.manifest.FunctionManifest;

/**
 * A function that wants an event.
 *
 * @param because the trigger that accepted it, as people write it
 */
public record Match(FunctionManifest function, String because) {}
