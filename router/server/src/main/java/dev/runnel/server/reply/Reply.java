package dev.runnel.server.reply;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Problem;
import java.util.Map;

/** An HTTP answer: what a caller of the router can get. */
public sealed interface Reply {

  /** 202: the event was accepted; the run can be asked about. */
  record Accepted(String run) implements Reply {}

  /** 202: the event was accepted, and nobody wants it. */
  record Unmatched() implements Reply {}

  /** 200: the run is over, and this event tells what came of it. */
  record Completed(Event event) implements Reply {

    /** The event's attributes as headers (binary mode). */
    public Map<String, String> headers() {
      return EventWriter.binaryHeaders(event);
    }
  }

  /** The problem's status: the event was not accepted. */
  record Refused(Problem problem) implements Reply {}

  static Reply of(Problem problem) {
    return new Refused(problem);
  }
}
