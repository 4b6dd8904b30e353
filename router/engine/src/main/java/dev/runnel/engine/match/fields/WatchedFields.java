package dev.runnel.engine.match.fields;

import dev.runnel.contract.Event;

/** The fields that somebody looks at, as of one moment; immutable. */
public final class WatchedFields {

  private final FieldTree data;

  WatchedFields(FieldTree data) {
    this.data = data;
  }

  /** What of an event can be looked at. */
  public EventFields of(Event event) {
    return new EventFields(event, data);
  }
}
