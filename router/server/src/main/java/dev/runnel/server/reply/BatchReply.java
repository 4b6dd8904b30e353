package dev.runnel.server.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What the caller of a batch gets: for each event, in the batch's order, {@code {status, location?,
 * problem?}} as the event would have been answered alone.
 */
public record BatchReply(List<Reply> replies) {

  private static final JsonFactory JSON = new JsonFactory();

  public BatchReply {
    replies = List.copyOf(replies);
  }

  /** This reply over HTTP, to a request of this path. */
  public Answer answer(String path) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartArray();
      for (Reply reply : replies) {
        write(reply, path, out);
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.of(Data.JSON, bytes.toByteArray());
  }

  private static void write(Reply reply, String path, JsonGenerator out) throws IOException {
    Answer alone = reply.answer(path);
    out.writeStartObject();
    out.writeNumberField("status", alone.status());
    String location = alone.headers().get("Location");
    if (location != null) {
      out.writeStringField("location", location);
    }
    if (reply instanceof Reply.Refused(Problem problem, var pause)) {
      out.writeFieldName("problem");
      ProblemDocument.write(problem, path, out);
    }
    out.writeEndObject();
  }
}
