package dev.runnel.server.invoke;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.invoke.address.Destination;
import org.jspecify.annotations.Nullable;

/**
 * One call of one function, ready to be made.
 *
 * @param function whom
 * @param event with what: the original event's attributes, Runnel's extensions, the function's data
 * @param to where, or null for a function whose placement knows that by itself
 */
public record Call(FunctionManifest function, Event event, @Nullable Destination to) {

  public Call(FunctionManifest function, Event event) {
    this(function, event, null);
  }

  /** The same call, made there. */
  public Call to(Destination destination) {
    return new Call(function, event, destination);
  }
}
