package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The promises that more than one target holds a reader to. */
final class Kept {

  /** Room for what is added when an event is written in another mode. */
  private static final EventReader READER =
      new EventReader(Limits.DEFAULT.withBytes(2 * Limits.DEFAULT.bytes()));

  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));

  private Kept() {}

  /** An event that was read is read again as the same from what is written of it. */
  static void roundTrip(EventReading reading) {
    switch (reading) {
      case EventReading.Read(Event event) -> {
        var headers = EventWriter.binaryHeaders(event).entrySet();
        same(reading, READER.read(headers, event.data().bytes()));
        EventReading structured = READER.read(STRUCTURED, EventWriter.structured(event));
        if (!(structured instanceof EventReading.Read)) {
          throw new AssertionError("cannot be read after it was written: " + structured);
        }
      }
      case EventReading.Refused(Problem problem) -> refusal(problem);
    }
  }

  /** What is refused is the sender's fault, and the problem says so at a decent length. */
  static void refusal(Problem problem) {
    boolean blamesTheSender = problem.status() >= 400 && problem.status() < 500;
    if (!blamesTheSender || problem.detail().isEmpty() || problem.detail().length() > 500) {
      throw new AssertionError("no refusal: " + problem);
    }
  }

  static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("was " + expected + " and became " + actual);
    }
  }

  /** The lines before the first empty one as headers, each up to its colon the name. */
  static List<Map.Entry<String, String>> headers(byte[] input) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    for (String line : head(input).split("\n", -1)) {
      int colon = Math.max(0, line.indexOf(':'));
      headers.add(
          Map.entry(line.substring(0, colon), line.substring(colon).replaceFirst("^: ?", "")));
    }
    return headers;
  }

  /** What stands after the first empty line. */
  static byte[] body(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = text.indexOf("\n\n");
    return (end < 0 ? "" : text.substring(end + 2)).getBytes(ISO_8859_1);
  }

  private static String head(byte[] input) {
    return new String(input, ISO_8859_1).split("\n\n", 2)[0];
  }
}
