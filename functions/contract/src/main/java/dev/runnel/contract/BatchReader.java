package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads batches of CloudEvents (section 4 of the CloudEvents JSON format): one JSON array, in which
 * every element is read as a structured event is, by the same rules and within the same limits. An
 * element that is not a valid event is refused alone.
 */
public final class BatchReader {

  private final Limits limits;
  private final int maxBytes;
  private final int maxEvents;

  /**
   * @param limits each event's; its bytes are those of the element's JSON text
   * @param maxBytes the whole body
   * @param maxEvents elements of the array
   */
  public BatchReader(Limits limits, int maxBytes, int maxEvents) {
    this.limits = limits;
    this.maxBytes = maxBytes;
    this.maxEvents = maxEvents;
  }

  /** Whether a message of these headers is a batch; every other is {@link EventReader}'s. */
  public static boolean takes(Iterable<Map.Entry<String, String>> headers) {
    try {
      return ContentMode.of(ContentMode.contentType(headers)) == ContentMode.BATCHED;
    } catch (Refusal notReadable) {
      return false;
    }
  }

  /** The events in the body of a batch. */
  public BatchReading read(byte[] body) {
    try {
      if (body.length > maxBytes) {
        throw Refusal.tooLarge(body.length, maxBytes);
      }
      return new BatchReading.Read(elements(new StrictJson(body, limits)));
    } catch (Refusal refusal) {
      return new BatchReading.Refused(refusal.problem());
    }
  }

  private List<EventReading> elements(StrictJson json) throws Refusal {
    JsonToken first = json.next();
    if (first == null) {
      throw Refusal.malformed("the body is empty; expected a JSON array of events", null);
    }
    if (first != JsonToken.START_ARRAY) {
      throw json.refusal("the document is not an array; expected a JSON array of events");
    }
    var elements = new ArrayList<EventReading>();
    for (JsonToken token = nextElement(json);
        token != JsonToken.END_ARRAY;
        token = nextElement(json)) {
      if (elements.size() == maxEvents) {
        throw new Refusal(
            ProblemType.TOO_LARGE,
            "the batch has more than " + maxEvents + " events; send it in parts",
            null);
      }
      elements.add(element(token, json, "/" + elements.size()));
    }
    if (json.next() != null) {
      throw json.refusal("something follows the batch; expected one JSON array and no more");
    }
    return elements;
  }

  /** Each element is a document of its own to the limits. */
  private static JsonToken nextElement(StrictJson json) throws Refusal {
    json.begin();
    JsonToken token = json.nextLeniently();
    if (token == null) {
      throw new IllegalStateException("a parser has left an array that was not closed");
    }
    return token;
  }

  private EventReading element(JsonToken first, StrictJson json, String path) throws Refusal {
    int from = json.start();
    EventReading reading = event(first, json, path);
    if (json.bytesSince(from) <= limits.bytes()) {
      return reading;
    }
    String detail = "the event has more than " + limits.bytes() + " bytes of JSON; send less";
    return new EventReading.Refused(Problem.of(ProblemType.TOO_LARGE, detail, path));
  }

  private EventReading event(JsonToken first, StrictJson json, String path) throws Refusal {
    try {
      if (first != JsonToken.START_OBJECT) {
        throw Refusal.malformed("the element is not an object; expected one event", "");
      }
      return new EventReading.Read(StructuredMode.read(json, limits));
    } catch (Refusal refusal) {
      if (json.isBroken()) {
        throw refusal;
      }
      json.skipToEnd();
      return new EventReading.Refused(within(path, refusal.problem()));
    }
  }

  /** JSON Pointers lead on from the element; positions are the batch's already. */
  private static Problem within(String element, Problem problem) {
    String path = problem.path();
    boolean isPointer = path != null && (path.isEmpty() || path.startsWith("/"));
    return new Problem(
        problem.status(),
        problem.code(),
        problem.title(),
        problem.detail(),
        isPointer ? element + path : path);
  }
}
