package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Manifest;

/**
 * Why a function or chain wants an event, or does not.
 *
 * @param because the trigger that accepts it, or what each of them refused it for: the clause that
 *     decided, with the values it saw
 */
public record Explanation(Manifest manifest, boolean matched, String because) {}
