package dev.runnel.contract;

import java.util.Map;

/**
 * Reads CloudEvents from HTTP messages, requests and responses alike, one event from each. Whatever
 * the message holds, the answer is a value.
 */
public final class EventReader {

  private final Limits limits;

  public EventReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * The event in a message.
   *
   * @param headers all headers in order; names in any case, a repeated header as repeated entries
   * @param body shared with the event that is read, not copied
   */
  public EventReading read(Iterable<Map.Entry<String, String>> headers, byte[] body) {
    try {
      return new EventReading.Read(event(headers, body));
    } catch (Refusal refusal) {
      return new EventReading.Refused(refusal.problem());
    }
  }

  private Event event(Iterable<Map.Entry<String, String>> headers, byte[] body) throws Refusal {
    if (body.length > limits.bytes()) {
      throw Refusal.tooLarge(body.length, limits.bytes());
    }
    String contentType = ContentMode.contentType(headers);
    return switch (ContentMode.of(contentType)) {
      case BINARY -> BinaryMode.read(headers, body, contentType, limits);
      case STRUCTURED -> StructuredMode.read(body, limits);
      case BATCHED ->
          throw ContentMode.unsupported(
              "batches are not taken at this address; send one event per request");
    };
  }
}
