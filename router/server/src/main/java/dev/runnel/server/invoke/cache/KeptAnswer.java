package dev.runnel.server.invoke.cache;

import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as it is kept: the events that the function answered with, as a batch. */
public final class KeptAnswer {

  private static final BatchReader READER =
      new BatchReader(Limits.DEFAULT, Bytes.MOST, Outcome.MAX_EVENTS);

  private KeptAnswer() {}

  /** What is kept of an outcome; nothing where it is too large. */
  public static Optional<CachedAnswer> of(
      Outcome outcome, String function, String version, Instant now) {
    byte[] batch = EventWriter.batch(events(outcome));
    return batch.length > Bytes.MOST
        ? Optional.empty()
        : Optional.of(
            new CachedAnswer(EventWriter.BATCH, Bytes.wrapping(batch), function, version, now));
  }

  /** The events, as if the function had just answered with them; nothing where it is unreadable. */
  public static Optional<List<Event>> read(CachedAnswer kept) {
    if (!kept.contentType().equals(EventWriter.BATCH)
        || !(READER.read(kept.content().unwrapped())
            instanceof BatchReading.Read(List<EventReading> elements))) {
      return Optional.empty();
    }
    var events = new ArrayList<Event>();
    for (EventReading element : elements) {
      if (!(element instanceof EventReading.Read(Event event))) {
        return Optional.empty();
      }
      events.add(event);
    }
    return Optional.of(events);
  }

  private static List<Event> events(Outcome outcome) {
    return outcome.outputs().isEmpty()
        ? List.of(Event.of("kept", "/functions", Outcome.EVENT_TYPE, outcome.value()))
        : outcome.outputs().stream().map(KeptAnswer::untraced).toList();
  }

  /** The next call has a trace of its own. */
  private static Event untraced(Event output) {
    var attributes = new TreeMap<>(output.attributes());
    attributes.remove("traceparent");
    attributes.remove("tracestate");
    return new Event(attributes, output.data());
  }
}
