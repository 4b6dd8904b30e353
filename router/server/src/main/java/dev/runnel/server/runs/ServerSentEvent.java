package dev.runnel.server.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.engine.run.RunEvent;
import io.vertx.core.buffer.Buffer;

/** What a reader of a stream gets, in the format of the HTML standard, section 9.2. */
final class ServerSentEvent {

  static final String MEDIA_TYPE = "text/event-stream";

  /** A comment: readers pass over it, and whatever lies between sees that the stream lives. */
  static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private ServerSentEvent() {}

  /**
   * One event of a run.
   *
   * @param position its place in the run, from 1: what a reader that comes back names
   */
  static Buffer of(RunEvent event, String run, int position) {
    return of(RunEventDocument.kind(event), RunEventDocument.of(event, run), position);
  }

  static Buffer of(String kind, byte[] document, int position) {
    String json = new String(document, UTF_8);
    Buffer text = Buffer.buffer("id: " + position + "\nevent: " + kind);
    // JSON that functions answered stands as it is, line breaks included; each line needs its name.
    json.lines().forEach(line -> text.appendString("\ndata: ").appendString(line));
    return text.appendString("\n\n");
  }
}
