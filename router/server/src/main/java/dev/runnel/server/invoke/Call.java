package dev.runnel.server.invoke;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;

/**
 * One call of one function, ready to be made.
 *
 * @param function whom
 * @param event with what: the original event's attributes, Runnel's extensions, the function's data
 */
public record Call(FunctionManifest function, Event event) {}
