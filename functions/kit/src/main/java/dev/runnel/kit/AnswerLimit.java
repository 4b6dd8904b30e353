package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import java.util.List;

/** How much one answer may hold, and what each of its events has to be. */
final class AnswerLimit {
  static final int MAX_BYTES = Limits.DEFAULT.bytes();

  private static final EventReader READER = new EventReader(Limits.DEFAULT);

  private int events;
  private long bytes;

  /** Takes one more event of an answer into account, so that none grows without end. */
  void admit(Event event) throws UnusableAnswer {
    events++;
    bytes += event.data().bytes().length;
    if (events > Outcome.MAX_EVENTS) {
      throw UnusableAnswer.malformed(
          "The function returned more than " + Outcome.MAX_EVENTS + " events; return fewer");
    }
    if (bytes > MAX_BYTES) {
      throw tooLarge();
    }
  }

  /** The event, if it is not too large; the kit has made all of it but the data. */
  static Event fitting(Event event) throws UnusableAnswer {
    int bytes = event.data().bytes().length;
    if (bytes > MAX_BYTES) {
      throw tooLarge();
    }
    return event;
  }

  /** Whether the events fit into one batch. */
  static void checkTogether(List<Event> events) throws UnusableAnswer {
    if (events.size() > 1 && EventWriter.batch(events).length > MAX_BYTES) {
      throw tooLarge();
    }
  }

  /**
   * The event, if whoever gets it reads the same: one set of rules for both ways, over HTTP and
   * within the JVM.
   */
  static Event checked(Event event) throws UnusableAnswer {
    var headers = EventWriter.binaryHeaders(event).entrySet();
    return switch (READER.read(headers, event.data().bytes())) {
      case EventReading.Read(Event read) when read.equals(event) -> event;
      case EventReading.Read(Event read) ->
          throw UnusableAnswer.malformed(
              "The function returned an event that reads as another one; expected plain attributes"
                  + " and a media type that is not an event's");
      case EventReading.Refused(Problem problem) ->
          throw UnusableAnswer.malformed(
              "The function returned an event that is not valid: " + problem.detail(),
              problem.path());
    };
  }

  private static UnusableAnswer tooLarge() {
    return UnusableAnswer.malformed(
        "The function returned events of more than "
            + MAX_BYTES
            + " bytes together; return fewer or smaller ones");
  }
}
