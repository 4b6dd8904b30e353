package dev.runnel.fuzz;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReading;
import dev.runnel.server.intake.TraceContext;
import io.vertx.core.MultiMap;

/** A request's headers of W3C Trace Context: whatever they hold, the event stays one. */
public final class TraceTarget {

  private static final Event EVENT = Event.of("1", "/s", "t", Data.NONE);

  private TraceTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    Kept.headers(input).forEach(header -> headers.add(header.getKey(), header.getValue()));
    Kept.roundTrip(new EventReading.Read(TraceContext.of(headers).onto(EVENT)));
  }
}
